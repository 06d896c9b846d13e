export { catalogRoutes } from './catalog.routes';
export { CatalogClient } from './catalog-client';
export { BEGUN_COURSES, COMPLETED_COURSES } from './begun-courses';
