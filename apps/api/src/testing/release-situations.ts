import { type Situation } from './situation';

type Both = (path: string, body?: unknown) => Record<string, Situation>;

/** The routes of releases, asked for a course of the author's and for somebody else's. Its one release is in effect: it cannot be moved. */
export const releaseSituations = (both: Both): Record<string, Record<string, Situation>> => ({
  'GET /api/studio/courses/:id/preview': both('/preview'),
  'GET /api/studio/courses/:id/releases': both('/releases'),
  'POST /api/studio/courses/:id/releases': both('/releases', { draft: 'x', note: '' }),
  'GET /api/studio/courses/:id/comparison': both('/comparison?from=1&to=1'),
  'GET /api/studio/courses/:id/releases/:number/again': both('/releases/1/again'),
  'POST /api/studio/courses/:id/releases/:number/again': both('/releases/1/again', { review: 'x', note: '' }),
  'PUT /api/studio/courses/:id/releases/:number/time': both('/releases/1/time', { at: null }),
  'DELETE /api/studio/courses/:id/releases/:number/time': both('/releases/1/time'),
});
