import { type Routes } from '@angular/router';

/** Routes that only development builds have: none in a production build (the build replaces this file). */
export const developmentRoutes: Routes = [];
