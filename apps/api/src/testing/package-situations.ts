import { PackageReport } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from './browser';
import { sendPackage } from './packages';
import { type Situation, someone } from './situation';
import { type World } from './world';
import { zipped } from './zips';

const course = {
  ...{ format: 1, slug: 'packed', topic: 'cities', title: { en: 'Packed' }, summary: { en: '' } },
  ...{ outcomes: { en: [] }, languages: ['en'], reviewedOn: '2026-11-27', modules: [] },
};

/** The routes of packages: a course as one, sending one, and taking one of one's own or of somebody else's. Courses by their slug. */
export async function packageSituations(
  world: World,
  own: string,
  foreign: string,
): Promise<Record<string, Record<string, Situation>>> {
  const bytes = await zipped(new Map([['course.json', JSON.stringify(course)]]));
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) };
  const sent = async (browser: Browser) => {
    const answer = await sendPackage(browser, bytes);
    return answer.status === 200 ? answer.json(PackageReport).id : newId();
  };
  const cases = (ask: (id: string) => ReturnType<Situation>): Record<string, Situation> => ({
    own: async ({ browser }) => ask(await sent(browser)),
    "other's": async ({ id }) => {
      const administrator = await someone(world, 'administrator');
      const other = administrator.id === id ? await someone(world, 'editor') : administrator;
      return ask(await sent(other.browser));
    },
  });
  const packed = async (slug: string): Promise<Situation> => {
    const [row] = await world.database.query<{ id: string }[]>('SELECT id FROM course WHERE slug = $1', [slug]);
    return () => ({ url: `/api/studio/courses/${row?.id}/package` });
  };
  return {
    'GET /api/studio/courses/:id/package': {
      "the author's": await packed(own),
      "someone else's": await packed(foreign),
    },
    'POST /api/studio/packages': {
      '': () => ({ url: '/api/studio/packages?lang=en&name=a.zip', body: bytes, headers }),
    },
    'GET /api/studio/packages/:id': cases((id) => ({ url: `/api/studio/packages/${id}` })),
    'POST /api/studio/packages/:id/course': cases((id) => ({
      url: `/api/studio/packages/${id}/course`,
      body: { slug: `packed-${newId()}` },
    })),
  };
}
