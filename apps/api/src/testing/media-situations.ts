import { Readable } from 'node:stream';
import { newId, ObjectStore } from '@haven/shared/api';
import { fileAddress } from '@haven/shared/contract';
import { type Situation } from './situation';
import { type World } from './world';

/** The routes of pictures and files: a file that everyone may have, one of a draft, and sending one. Courses by their slug. */
export async function mediaSituations(
  world: World,
  own: string,
  foreign: string,
): Promise<Record<string, Record<string, Situation>>> {
  const [shown, hidden] = [await keepFile(world, own, true), await keepFile(world, own, false)];
  const sending = async (slug: string): Promise<Situation> => {
    const [course] = await world.database.query<{ id: string }[]>('SELECT id FROM course WHERE slug = $1', [slug]);
    const headers = { 'content-type': 'application/octet-stream' };
    return () => ({ url: `/api/studio/courses/${course?.id}/media?kind=file`, body: Buffer.from('x'), headers });
  };
  return {
    'GET /media/lessons/:hash/:file': {
      published: () => ({ url: fileAddress(shown) }),
      draft: () => ({ url: fileAddress(hidden) }),
    },
    'POST /api/studio/courses/:id/media': {
      "the author's": await sending(own),
      "someone else's": await sending(foreign),
    },
  };
}

/** Keeps a file of a course and answers its hash. */
async function keepFile(world: World, slug: string, published: boolean): Promise<string> {
  const { key } = await world.app.get(ObjectStore).put(Readable.from([`%PDF-${published}`]));
  const media = { kind: 'file', file: key, format: 'pdf', size: 9 };
  await world.database.query(
    `INSERT INTO lesson_media SELECT $1, id, NULL, 9, $2, $3, $4, $5, now() FROM course WHERE slug = $6`,
    [newId(), key, media, { file: key }, published, slug],
  );
  return key;
}
