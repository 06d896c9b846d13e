import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaptionDraft, cuesOf, readCaptions, StudioRecording } from '@haven/recordings/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { eventually } from '../testing/eventually';
import { upload } from '../testing/upload';
import { openWorld, type World } from '../testing/world';

const canHear = (() => {
  try {
    execFileSync('pocketsphinx_continuous', ['-infile', '/dev/null', '-logfn', '/dev/null'], { stdio: 'ignore' });
    return execFileSync('ffmpeg', ['-v', 'error', '-filters']).toString().includes(' flite ');
  } catch {
    return false;
  }
})();
const reason = canHear ? '' : ' (skipped: it needs ffmpeg with flite, and pocketsphinx)';

const said =
  'Welcome to this training about sanctuary policies. A city is a place where everybody should feel safe. When people are afraid of the police they do not report crimes.';

(canHear ? describe : describe.skip)(`a script that is pasted${reason}`, () => {
  let world: World;
  let author: Browser;
  let folder: string;
  let talk: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-script-'));
    world = await openWorld({ HAVEN_ROLE: 'all', DATA_DIR: folder });
    author = await world.as('author');
    // The demo's own recording is not what is tried here.
    await world.database.query(`DELETE FROM processing_step WHERE status = 'waiting'`);
    const file = join(folder, 'talk.wav');
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', `flite=voice=slt:text='${said}'`, file]);
    talk = await upload(author, await readFile(file), { filename: 'talk.wav' });
    await eventually(async () => ((await detail()).state === 'done' ? true : null));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const detail = async () => (await author.get(`/api/studio/recordings/${talk}`).expect(200)).json(StudioRecording);
  const paste = (script: string) => author.send('POST', `/api/studio/recordings/${talk}/steps/transcribe`, { script });
  const step = async () => (await detail()).steps.find(({ name }) => name === 'transcribe');

  it('is refused where something else is said, and can be pasted again', async () => {
    await paste('Bread is baked early in the morning, and butter comes from milk.').expect(200);
    const failed = await eventually(async () => ((await step())?.status === 'failed' ? step() : null));
    expect(failed?.reason?.code).toBe('other-words');
    expect((await detail()).tracks).toEqual([]);
  });

  it('becomes captions at their times, as a draft', async () => {
    await paste(said).expect(200);
    await eventually(async () => ((await step())?.status === 'done' ? true : null));
    const { vtt, origin, reviewed } = (await author.get(`/api/studio/recordings/${talk}/captions/en`).expect(200)).json(
      CaptionDraft,
    );
    expect({ origin, reviewed }).toEqual({ origin: 'script', reviewed: null });
    const cues = cuesOf(readCaptions(vtt).document);
    expect(cues.map(({ text }) => text.replace('\n', ' ')).join(' ')).toBe(said);
    expect(cues.length).toBeGreaterThan(2);
  });

  it('does not take the place of captions that are there', async () => {
    expect((await paste(said).expect(409)).json(Problem).code).toBe('conflict');
  });
});
