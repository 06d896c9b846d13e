export { studioRoutes } from './studio.routes';
