export { joinRoutes, learningRoutes, ownRoutes } from './learning.routes';
