import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { startParts } from './support/parts';
import { seeded } from './support/seeded';

const KILLS = 50;
const EVERY = 5;
const root = join(import.meta.dirname, '../../..');
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

/** Uploads keep coming while the worker is killed at fifty seeded moments; then it is left in peace. */
test('a worker that is killed fifty times loses nothing, doubles nothing and leaves nothing behind', async () => {
  test.setTimeout(10 * 60_000);
  const parts = await startParts();
  const { database, folder, kill } = parts;
  try {
    parts.start('api');
    const sender = await parts.author();
    const clip = clipIn(folder);
    const random = seeded(20261124);
    const ids: string[] = [];
    for (let kills = 0; kills < KILLS; kills++) {
      if (kills % EVERY === 0) ids.push(await sender.send(Buffer.concat([clip, Buffer.from(`${kills}`)])));
      const worker = parts.start('worker');
      await after(400 + random() * 2000);
      await kill(worker);
    }
    const last = parts.start('worker');
    await expect.poll(() => unfinished(database), { timeout: 4 * 60_000, intervals: [500] }).toBe(0);

    const { rows } = await database.query<{ recording_id: string; name: string; status: string; reason: unknown }>(
      'SELECT recording_id, name, status, reason FROM processing_step',
    );
    expect(rows).toHaveLength(ids.length * 8);
    expect(new Set(rows.map((row) => row.recording_id))).toEqual(new Set(ids));
    // A step that was killed too often says so, and those that need it wait for a person behind it.
    const given = new Set(rows.flatMap((row) => (row.status === 'failed' && row.reason ? [row.recording_id] : [])));
    const silent = rows.filter(({ status, reason }) => status !== 'done' && reason === null);
    expect(silent.filter(({ status, recording_id }) => status !== 'waiting' || !given.has(recording_id))).toEqual([]);
    const playable = await database.query(
      `SELECT 1 FROM timeline WHERE files ? 'main.m3u8' AND recording_id = ANY($1)`,
      [ids],
    );
    test.info().annotations.push({ type: 'playable', description: `${playable.rowCount} of ${ids.length}` });

    await kill(last);
    const objects = join(folder, 'objects');
    const long = Date.now() / 1000 - 3 * 86_400;
    for (const key of keysIn(objects)) utimesSync(join(objects, key.slice(0, 2), key.slice(2)), long, long);
    parts.start('worker');
    const used = await referenced(database);
    // The worker before may have been killed at this very job, which is given back when it has been silent for a while.
    await expect.poll(() => keysIn(objects).sort(), { timeout: 120_000 }).toEqual([...used].sort());
    for (const key of used) expect(hashOf(join(objects, key.slice(0, 2), key.slice(2)))).toBe(key);
    expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
    await expect.poll(() => readdirSync(join(folder, 'work')), { timeout: 60_000 }).toEqual([]);
  } finally {
    await parts.stop();
  }
});

/** A short film where one can be made, so that programs are killed too; else the demo's. */
function clipIn(folder: string): Buffer {
  if (!hasFfmpeg)
    return readFileSync(
      join(root, 'tools/seed/courses/sanctuary-in-cities/recordings/creating-sanctuary-policies/recording.mp4'),
    );
  const file = join(folder, 'clip.mp4');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=854x480:rate=25:duration=12'];
  const sound = ['-f', 'lavfi', '-i', 'sine=duration=12', '-pix_fmt', 'yuv420p'];
  execFileSync('ffmpeg', ['-v', 'error', ...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', file]);
  return readFileSync(file);
}

/** Timelines that could still go on. A failed step that others need holds those back for good. */
async function unfinished(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ n: string }>(
    `SELECT count(*) AS n FROM processing_step s WHERE status IN ('waiting', 'running') AND NOT EXISTS (
       SELECT 1 FROM processing_step f WHERE f.recording_id = s.recording_id AND f.rev = s.rev AND f.status = 'failed'
          AND f.name IN ('check', 'probe', 'package'))`,
  );
  return Number(rows[0]?.n);
}

async function referenced(database: pg.Client): Promise<Set<string>> {
  const { rows } = await database.query<{ key: string }>(
    `SELECT original AS key FROM timeline WHERE original IS NOT NULL
     UNION SELECT file.value->>'object' FROM timeline, jsonb_each(files) file`,
  );
  return new Set(rows.map(({ key }) => key));
}

function keysIn(objects: string): string[] {
  if (!existsSync(objects)) return [];
  const folders = readdirSync(objects).filter((name) => name !== 'tmp');
  return folders.flatMap((name) => readdirSync(join(objects, name)).map((rest) => name + rest));
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
