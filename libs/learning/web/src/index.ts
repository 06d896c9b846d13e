export { learningRoutes, ownRoutes } from './learning.routes';
