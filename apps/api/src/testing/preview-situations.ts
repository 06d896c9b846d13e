import { Preview } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { type Situation } from './situation';

/** The routes of previews: begun of one's own course and of somebody else's, and ended where one has begun it. */
export function previewSituations(courses: Record<string, { id: string }>): Record<string, Record<string, Situation>> {
  const [begin, end]: Record<string, Situation>[] = [{}, {}];
  for (const [name, { id }] of Object.entries(courses)) {
    const url = `/api/studio/courses/${id}/previews`;
    Object.assign(begin ?? {}, { [name]: () => ({ url, body: { release: null } }) });
    const own: Situation = async ({ browser }) => {
      const begun = await browser.post(url, { release: null });
      return { url: `${url}/${begun.status === 201 ? begun.json(Preview).id : newId()}` };
    };
    Object.assign(end ?? {}, { [name]: own });
  }
  return {
    'POST /api/studio/courses/:id/previews': begin ?? {},
    'DELETE /api/studio/courses/:id/previews/:preview': end ?? {},
  };
}
