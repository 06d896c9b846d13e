import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CaptionDraft,
  StudioRecording,
  StudioRecordingCards,
  Transcript,
  UploadCards,
  uploadChunk,
  UploadTwin,
} from '@haven/recordings/contract';
import { Sweep } from '@haven/recordings/api';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { eventually } from '../testing/eventually';
import { upload } from '../testing/upload';
import { openWorld, type World } from '../testing/world';

const demo = 'tools/seed/courses/sanctuary-in-cities/recordings/creating-sanctuary-policies/recording.mp4';

describe('recordings, from a file to a lesson', () => {
  let world: World;
  let author: Browser;
  let folder: string;
  let clip: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-recordings-'));
    world = await openWorld({ HAVEN_ROLE: 'all', DATA_DIR: folder, FFMPEG: 'off' });
    author = await world.as('author');
    clip = await readFile(demo);
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const detail = async (id: string, by = author) =>
    (await by.get(`/api/studio/recordings/${id}`).expect(200)).json(StudioRecording);
  const processed = (id: string) =>
    eventually(async () => {
      const recording = await detail(id);
      return recording.state === 'done' || recording.state === 'failed' ? recording : null;
    });
  const statusOf = (recording: StudioRecording) =>
    Object.fromEntries(recording.steps.map(({ name, status, reason }) => [name, reason?.code ?? status]));
  const send = async (bytes: Buffer, name: string, given: Record<string, string> = {}, by = author) =>
    upload(by, bytes, { filename: name, ...given });

  it('makes a recording of an upload, which its author alone can watch before it is published', async () => {
    const id = await send(clip, 'City_webinar-final.mp4');
    await author.put(`/api/uploads/${id}/hash`, { sha256: sha(clip) }).expect(200);
    const recording = await processed(id);
    expect(statusOf(recording)).toEqual({
      check: 'done',
      probe: 'done',
      package: 'done',
      audio: 'no-ffmpeg',
      slides: 'no-ffmpeg',
      storyboard: 'no-ffmpeg',
      transcribe: 'no-transcriber',
      ladder: 'no-ffmpeg',
    });
    expect(recording).toMatchObject({
      title: { en: 'City webinar final' },
      playable: true,
      state: 'done',
      duration: 276,
      file: { name: 'City_webinar-final.mp4', size: clip.length, picture: { width: 1280, height: 720 } },
    });
    const url = recording.media?.hls ?? '';
    expect((await author.get(url).expect(200)).text).toContain('source.m3u8');
    await (await world.as('author', 1).catch(() => world.as('learner'))).get(url).expect(404);
    await world.visitor().get(url).expect(404);
    expect((await author.get('/api/uploads').expect(200)).json(UploadCards).items).toEqual([]);
  });

  it('goes on after any break, wherever it stopped', async () => {
    const bytes = Buffer.concat([clip, randomBytes(5)]);
    const half = uploadChunk / 2;
    const id = await upload(author, bytes, { filename: 'broken line.mp4' }, { until: half });
    const { items } = (await author.get('/api/uploads').expect(200)).json(UploadCards);
    expect(items).toEqual([expect.objectContaining({ id, received: half, size: bytes.length })]);
    await upload(author, bytes, { filename: '' }, { resume: id });
    expect((await processed(id)).playable).toBe(true);
  });

  it('recognises a file that is there already, before and after it was sent', async () => {
    const first = await send(clip, 'first.mp4');
    await processed(first);
    const second = await upload(author, clip, { filename: 'second.mp4' }, { until: 10 });
    const { twin } = (await author.put(`/api/uploads/${second}/hash`, { sha256: sha(clip) }).expect(200)).json(
      UploadTwin,
    );
    expect(twin).not.toBeNull();
    await author.send('DELETE', `/api/uploads/${second}`, undefined, { 'tus-resumable': '1.0.0' }).expect(204);
    expect((await detail(first)).file.same).not.toBeNull();
  });

  it('refuses a file that changed on its way', async () => {
    const id = await upload(author, clip, { filename: 'changed.mp4' }, { until: clip.length - 1 });
    await author.put(`/api/uploads/${id}/hash`, { sha256: sha(Buffer.from('something else')) }).expect(200);
    await upload(author, clip, { filename: '' }, { resume: id });
    const recording = await processed(id);
    expect(statusOf(recording)).toMatchObject({ check: 'changed-on-the-way', probe: 'waiting' });
    expect(recording.playable).toBe(false);
  });

  it.each([
    ['empty', Buffer.alloc(0), 'check', 'empty'],
    ['a renamed text', Buffer.from('Dear all, here are the notes of our meeting.'), 'probe', 'not-media'],
    [
      'a playlist that points into this server',
      Buffer.from('#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n'),
      'probe',
      'playlist',
    ],
  ])('refuses a file that is no recording: %s', async (name, bytes, step, code) => {
    const recording = await processed(await send(bytes, `${name}.mp4`));
    expect(statusOf(recording)).toMatchObject({ [step]: code, package: 'waiting' });
  });

  it('refuses what is too large, beyond the quota, or not announced as tus does', async () => {
    const ask = (length: string, by = author) =>
      by.send('POST', '/api/uploads', undefined, {
        'tus-resumable': '1.0.0',
        'upload-length': length,
        'upload-metadata': `filename ${Buffer.from('x.mp4').toString('base64')}`,
      });
    expect((await ask(String(30 * 1024 ** 3)).expect(413)).json(Problem).code).toBe('too-large');
    expect((await ask('-1').expect(400)).json(Problem).code).toBe('invalid');
    const { left } = (await author.get('/api/uploads').expect(200)).json(UploadCards);
    await world.database.query(
      `UPDATE timeline SET size = size + $1 WHERE rev = 1 AND recording_id = (SELECT id FROM recording WHERE author_id = (SELECT author_id FROM recording ORDER BY id DESC LIMIT 1) LIMIT 1)`,
      [left],
    );
    expect((await ask('100').expect(413)).json(Problem).code).toBe('quota-used-up');
    await world.database.query(`UPDATE timeline SET size = size - $1 WHERE size >= $1`, [left]);
    await ask('100', await world.as('learner')).expect(404);
  });

  it('keeps captions as drafts until somebody approves them', async () => {
    const { items } = (await author.get('/api/studio/recordings').expect(200)).json(StudioRecordingCards);
    const { id } = items.find(({ playable }) => playable) ?? { id: '' };
    const url = `/api/studio/recordings/${id}/captions/en`;
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello\n';
    const bad = (await author.put(url, { vtt: 'Hello' }, { 'if-match': '"0"' }).expect(400)).json(Problem);
    expect(bad.fields?.[0]?.message).toBe('not-captions');
    const draft = (await author.put(url, { vtt }, { 'if-match': '"0"' }).expect(200)).json(CaptionDraft);
    expect(draft).toMatchObject({ version: 1, reviewed: null, origin: 'editor' });
    const transcript = `/api/recordings/${id}/transcripts/en`;
    await author.get(transcript).expect(404);
    await author.put(`${url}/review`, { reviewed: true }, { 'if-match': '"1"' }).expect(200);
    expect((await author.get(transcript).expect(200)).json(Transcript).cues).toEqual([
      { from: 1, to: 2, speaker: 'Ana', text: 'Hello' },
    ]);
    expect((await author.put(url, { vtt }, { 'if-match': '"1"' }).expect(409)).json(Problem).code).toBe('stale');
    await author.put(url, { vtt: vtt.replace('Hello', 'Hi') }, { 'if-match': '"2"' }).expect(200);
    await author.get(transcript).expect(404);
    await author.delete(url).expect(200);
    await author.get(url).expect(404);
  });

  it('edits what is written about a recording, puts it away and back, and deletes it while nothing uses it', async () => {
    const id = await send(Buffer.concat([clip, Buffer.from('x')]), 'to delete.mp4');
    const recording = await processed(id);
    const edit = {
      title: { en: 'A title', es: 'Un título' },
      description: { en: 'What it is about' },
      language: 'es',
      recordedOn: '2026-02-03',
      speakers: ['Ana'],
      chapters: [
        { at: 60, title: { en: 'Second' } },
        { at: 0, title: { en: 'First' } },
      ],
    };
    const url = `/api/studio/recordings/${id}`;
    const match = { 'if-match': `"${recording.version}"` };
    const late = { ...edit, chapters: [{ at: 9999, title: { en: 'Late' } }] };
    expect((await author.put(url, late, match).expect(400)).json(Problem).fields?.[0]?.path).toBe('chapters.0.at');
    const saved = (await author.put(url, edit, match).expect(200)).json(StudioRecording);
    expect(saved).toMatchObject({ title: edit.title, language: 'es', speakers: ['Ana'] });
    expect(saved.chapters.map(({ at }) => at)).toEqual([0, 60]);
    expect((await author.put(url, edit, match).expect(409)).json(Problem).code).toBe('stale');
    await author.put(`${url}/archived`, { archived: true }).expect(200);
    const listed = async (query: string) =>
      (await author.get(`/api/studio/recordings?${query}`).expect(200))
        .json(StudioRecordingCards)
        .items.map((one) => one.id);
    expect(await listed('q=title')).not.toContain(id);
    expect(await listed('q=title&archived=yes&state=done&language=es&captions=es')).toContain(id);
    await author.delete(url).expect(200);
    await author.get(url).expect(404);
    expect(await readdir(join(folder, 'work')).catch(() => [])).toEqual([]);
  });

  it('sweeps away what nothing refers to, and nothing else', async () => {
    const sweep = world.app.get(Sweep);
    await sweep.run(0);
    const kept = (await author.get('/api/studio/recordings').expect(200)).json(StudioRecordingCards).items;
    for (const { id, playable } of kept)
      if (playable) await author.get((await detail(id)).media?.hls ?? '').expect(200);
    expect(await sweep.run(0)).toEqual([]);
  });
});

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
