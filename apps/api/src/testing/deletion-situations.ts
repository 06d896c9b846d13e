import { StudioCourse } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { type Situation, someone } from './situation';
import { type World } from './world';

type Both = (path: string, body?: unknown) => Record<string, Situation>;

/** The routes of deleting. What is deleted is made for it, so that whoever asks for other things still finds them. */
export const deletionSituations = (world: World, both: Both): Record<string, Record<string, Situation>> => {
  const draftOf =
    (role: 'author' | 'editor'): Situation =>
    async () => {
      const { browser } = await someone(world, role);
      const course = { slug: `new-${newId()}`, title: { en: 'x' }, summary: { en: '' }, topic: 'cities' };
      const { id } = (await browser.post('/api/studio/courses', course).expect(201)).json(StudioCourse);
      return { url: `/api/studio/courses/${id}/deletion` };
    };
  return {
    'GET /api/studio/deleted-courses': { '': () => ({ url: '/api/studio/deleted-courses' }) },
    'GET /api/studio/courses/:id/removed': both('/removed'),
    'PUT /api/studio/courses/:id/deletion': { "the author's": draftOf('author'), "someone else's": draftOf('editor') },
    'DELETE /api/studio/courses/:id/deletion': both('/deletion'),
  };
};
