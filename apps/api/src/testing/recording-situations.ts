import { newId } from '@haven/shared/api';
import { type Situation, someone, type Who } from './situation';
import { type World } from './world';

/** A recording like `from` that nothing published shows, with its captions. */
export async function copyRecording(database: World['database'], from: string, to: string): Promise<void> {
  const copy = async (table: string, key: string, changes: string) =>
    database.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', $2::uuid) || ${changes})).* FROM ${table} t WHERE ${key} = $1`,
      [from, to],
    );
  await copy('recording', 'id', `jsonb_build_object('slug', $2::text)`);
  await copy('timeline', 'recording_id', `'{"published": false}'`);
  await copy('caption_track', 'recording_id', `'{}'`);
  await copy('processing_step', 'recording_id', `'{}'`);
}

/** The studio of recordings and uploads: one's own and someone else's. */
export function recordingSituations(
  world: World,
  own: string,
  other: string,
): Record<string, Record<string, Situation>> {
  const about = {
    title: { en: 'x' },
    description: { en: '' },
    language: 'en',
    recordedOn: '2026-01-01',
    speakers: [],
    chapters: [],
  };
  const both = (path: string, body?: unknown): Record<string, Situation> => ({
    "the author's": () => ({ url: `/api/studio/recordings/${own}${path}`, body, headers: { 'if-match': '"0"' } }),
    "someone else's": () => ({ url: `/api/studio/recordings/${other}${path}`, body, headers: { 'if-match': '"0"' } }),
  });
  // Each on a copy of its own: what is deleted for one role is there for the next.
  const copied = (path: string): Record<string, Situation> => {
    const copyOf = (from: string) => async () => {
      const id = newId();
      await copyRecording(world.database, from, id);
      return { url: `/api/studio/recordings/${id}${path}` };
    };
    return { "the author's": copyOf(own), "someone else's": copyOf(other) };
  };
  const tus = { 'tus-resumable': '1.0.0' };
  const begun = async ({ browser }: Who) => {
    const headers = { ...tus, 'upload-length': '9', 'upload-metadata': 'filename eC5tcDQ=' };
    const { headers: answer } = await browser.send('POST', '/api/uploads', undefined, headers);
    return String(answer['location'] ?? `/api/uploads/${newId()}`);
  };
  const upload = (path: string, body?: unknown, headers: Record<string, string> = tus): Record<string, Situation> => ({
    own: async (who) => ({ url: `${await begun(who)}${path}`, body, headers }),
    "other's": async ({ id }) => {
      const author = await someone(world, 'author');
      const other = author.id === id ? await someone(world, 'editor') : author;
      return { url: `${await begun(other)}${path}`, body, headers };
    },
  });
  return {
    'GET /api/studio/recordings': { '': () => ({ url: '/api/studio/recordings' }) },
    'GET /api/studio/recordings/:id': both(''),
    'PUT /api/studio/recordings/:id': both('', about),
    'PUT /api/studio/recordings/:id/archived': both('/archived', { archived: false }),
    'DELETE /api/studio/recordings/:id': copied(''),
    'POST /api/studio/recordings/:id/steps/:step': both('/steps/audio', {}),
    'PUT /api/studio/recordings/:id/slides': both('/slides', { at: [] }),
    'GET /api/studio/recordings/:id/captions/:locale': both('/captions/en'),
    'PUT /api/studio/recordings/:id/captions/:locale': both('/captions/en', { vtt: 'WEBVTT' }),
    'PUT /api/studio/recordings/:id/captions/:locale/review': both('/captions/en/review', { reviewed: true }),
    'DELETE /api/studio/recordings/:id/captions/:locale': copied('/captions/en'),
    'POST /api/studio/recordings/:id/replacement': both('/replacement', { rev: 2 }),
    'DELETE /api/studio/recordings/:id/replacement': both('/replacement'),
    'GET /api/uploads': { '': () => ({ url: '/api/uploads' }) },
    'POST /api/uploads': { 'without headers': () => ({ url: '/api/uploads', headers: tus }) },
    'HEAD /api/uploads/:id': upload(''),
    'PATCH /api/uploads/:id': upload('', undefined, {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    }),
    'DELETE /api/uploads/:id': upload(''),
    'PUT /api/uploads/:id/hash': upload('/hash', { sha256: '0'.repeat(64) }, {}),
  };
}
