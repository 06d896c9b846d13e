import { type Routes } from '@angular/router';

/** The style guide: every part of the design system in every state. */
export const developmentRoutes: Routes = [
  {
    path: 'styleguide',
    loadComponent: () => import('@haven/shared/ui/styleguide').then((m) => m.StyleguidePage),
  },
];
