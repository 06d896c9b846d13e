import { mkdtemp, rm } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaptionDraft, StudioRecording } from '@haven/recordings/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { eventually } from '../testing/eventually';
import { melody, soundFile } from '../testing/melody';
import { upload } from '../testing/upload';
import { openWorld, type World } from '../testing/world';

const canMake = (() => {
  try {
    return execFileSync('ffmpeg', ['-hide_banner', '-h', 'muxer=chromaprint']).includes('Muxer chromaprint');
  } catch {
    return false;
  }
})();
const reason = canMake ? '' : ' (skipped: there is no ffmpeg with chromaprint)';

const mp3 = ['-c:a', 'libmp3lame', '-b:a', '64k', '-f', 'mp3'];
const quieter = ['-filter:a', 'volume=-9dB', '-c:a', 'flac', '-f', 'matroska'];
const cue = (from: number, text: string) => `00:00:${from}.000 --> 00:00:${from + 2}.000\n${text}\n`;

(canMake ? describe : describe.skip)(`a file that takes the place of another${reason}`, () => {
  let world: World;
  let author: Browser;
  let folder: string;
  let old: string;
  const talk = canMake ? melody(80, 7) : new Int16Array();
  const seconds = (from: number, to: number) => talk.subarray(from * 11025, to * 11025);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-replace-'));
    world = await openWorld({ HAVEN_ROLE: 'all', DATA_DIR: folder });
    author = await world.as('author');
    // The demo's own recording is not what is tried here.
    await world.database.query(`DELETE FROM processing_step WHERE status = 'waiting'`);
    old = await upload(author, soundFile([talk], mp3), { filename: 'talk.mp3' });
    await eventually(async () => ((await detail(old)).state === 'done' ? true : null));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const detail = async (id: string) =>
    (await author.get(`/api/studio/recordings/${id}`).expect(200)).json(StudioRecording);
  const replace = async (parts: Int16Array[]) => {
    await upload(author, soundFile(parts, quieter), { filename: 'talk again.mkv', replaces: old });
    return eventually(async () => {
      const { replacement } = await detail(old);
      return replacement && (replacement.carried ?? replacement.blind) ? replacement : null;
    });
  };
  const near = (second: number) => ({
    asymmetricMatch: (found: unknown) => typeof found === 'number' && Math.abs(found - second) <= 2,
  });

  it('shows what it carries before anybody confirms it, and can be put away', async () => {
    const { carried, rev, blind } = await replace([melody(12, 3), seconds(0, 30), seconds(45, 80)]);
    expect({ rev, blind }).toEqual({ rev: 2, blind: false });
    expect(carried).toMatchObject({ seconds: near(65), of: 80, people: 0 });
    expect(carried?.pieces).toEqual([
      { from: 0, to: near(30), at: 12 },
      { from: near(45), to: 80, at: near(42) },
    ]);
    await author.send('DELETE', `/api/studio/recordings/${old}/replacement`).expect(200);
    expect(await detail(old)).toMatchObject({ rev: 1, replacement: null });
  });

  it('carries over what was watched, captions and chapters, through a file that gave way', async () => {
    const learner = await world.as('learner');
    const { person } = JSON.parse((await learner.get('/api/session')).text) as { person: { id: string } };
    await world.database.query(
      `INSERT INTO coverage (person_id, recording_id, rev, seen, unproven, watched_s, position) VALUES ($1, $2, 1, '{[5,25),[32,40),[60,70)}', '{[25,28),[40,44)}', 38, 0)`,
      [person.id, old],
    );
    const before = await detail(old);
    const { title, description, language, recordedOn, speakers } = before;
    const chapters = [
      { at: 0, title: { en: 'Beginning' } },
      { at: 38, title: { en: 'Left out' } },
      { at: 60, title: { en: 'End' } },
    ];
    await author
      .send(
        'PUT',
        `/api/studio/recordings/${old}`,
        { title, description, language, recordedOn, speakers, chapters },
        { 'if-match': `"${before.version}"` },
      )
      .expect(200);
    const vtt = `WEBVTT\n\n${cue(10, 'kept')}\n${cue(36, 'gone')}\n${cue(55, 'moved')}`;
    await author
      .send('PUT', `/api/studio/recordings/${old}/captions/en`, { vtt, origin: 'file' }, { 'if-match': '"0"' })
      .expect(200);

    // The first that is sent is the wrong one, and gives way to the second.
    await replace([melody(30, 5)]);
    const { carried, rev } = await replace([melody(12, 3), seconds(0, 30), seconds(45, 80)]);
    expect(carried).toMatchObject({
      people: 1,
      chapters: { kept: 2, lost: [{ en: 'Left out' }] },
      captions: [{ locale: 'en', kept: 2, lost: 1 }],
    });
    const confirm = (wanted: number) => author.post(`/api/studio/recordings/${old}/replacement`, { rev: wanted });
    expect((await confirm(rev + 1).expect(409)).json(Problem).code).toBe('stale');
    await confirm(rev).expect(200);

    const after = await detail(old);
    expect(after).toMatchObject({ rev, replacement: null, duration: 77 });
    expect(after.chapters).toEqual([
      { at: 12, title: { en: 'Beginning' } },
      { at: near(57), title: { en: 'End' } },
    ]);
    const captions = (await author.get(`/api/studio/recordings/${old}/captions/en`).expect(200)).json(CaptionDraft);
    expect(captions).toMatchObject({ origin: 'carried', reviewed: null });
    expect(captions.vtt).toContain('00:22.000');
    expect(captions.vtt).not.toContain('gone');
    const [coverage] = await world.database.query<{ watched_s: number; seen: string; unproven: string }[]>(
      'SELECT watched_s, seen::text, unproven::text FROM coverage WHERE person_id = $1 AND recording_id = $2 AND rev = $3',
      [person.id, old, rev],
    );
    expect(coverage?.seen).toMatch(/^\{\[17,37\),\[5[5-9],6[5-9]\)\}$/);
    expect(coverage?.unproven).toBe('{[37,40)}');
    expect(coverage?.watched_s).toBe(30);
  });
});
