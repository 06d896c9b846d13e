/**
 * What the home page leads with, by slug, until the library has policies and actions of its own. Where one of them is not published the page
 * shows the rest.
 */
export const featured = {
  course: 'sanctuary-in-cities',
  policies: 'cities-that-did-it',
  act: 'act-in-your-city',
} as const;
