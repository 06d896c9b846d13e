import { type StudioRecording } from '@haven/recordings/contract';
import { openPage } from '../testing/open-page';
import { aRecording, someSteps } from '../testing/recordings';

const { id } = aRecording();
const path = `/api/studio/recordings/${id}`;

const open = async (recording: Partial<StudioRecording> = {}, locale = '') => {
  const desk = await openPage(`${locale}/studio/recordings/${id}`);
  await desk.answer('GET', path, aRecording(recording));
  return desk;
};
const failed = {
  state: 'failed' as const,
  playable: false,
  steps: someSteps({
    check: { status: 'failed', progress: 0, reason: { code: 'truncated', facts: { declared: 3600, found: 1415 } } },
    slides: { status: 'skipped', reason: { code: 'no-picture', facts: {} } },
    ladder: { status: 'skipped', reason: { code: 'no-ffmpeg', facts: {} } },
  }),
};

describe('a recording in the studio', () => {
  afterEach(() => localStorage.clear());

  it('says why a step failed and what to do, and runs it again', async () => {
    const { text, page, press, answer } = await open(failed);
    expect(text()).toContain('it should last 1 hour, and only 23 minutes 35 seconds are there. Copy it again');
    const again = [...page.querySelectorAll('.step button')].map((button) => button.textContent?.trim());
    expect(again).toEqual(['Try again: Check the file', 'Run again: Smaller versions, for slow lines']);
    await press('Try again');
    await answer('POST', `${path}/steps/check`, aRecording({ state: 'processing' }));
    expect(text()).not.toContain('Copy it again');
  });

  it('names what this server cannot do', async () => {
    const { text } = await open({ workshop: { ffmpeg: false, transcriber: true, aligner: [] } });
    expect(text()).toContain('The program ffmpeg is not installed.');
    expect(text()).not.toContain('No speech-to-text service');
  });

  it('saves what is said of it on the version it was read at, the chapters as they were', async () => {
    const { page, press, answer, text, settled } = await open();
    const title = page.querySelector<HTMLInputElement>('input[lang=en]');
    if (!title) throw new Error('There is no title.');
    title.value = 'Another talk';
    title.dispatchEvent(new Event('input'));
    await settled();
    await press('Save now');
    const sent = await answer('PUT', path, aRecording({ version: 4 }));
    expect([sent.headers.get('if-match'), JSON.parse(JSON.stringify(sent.body))]).toEqual([
      '"3"',
      expect.objectContaining({ title: { en: 'Another talk', es: 'Una charla' }, chapters: aRecording().chapters }),
    ]);
    expect([page.querySelector('h1')?.textContent, text().includes('Saved ')]).toEqual(['Another talk', true]);
  });

  it('does not delete what is used, and says where', async () => {
    const use = { title: { en: 'The webinar' }, within: { en: 'Cities' }, link: '/studio/courses/1', published: true };
    const { text, page } = await open({ uses: [use] });
    expect(text()).toContain('It cannot be deleted while it is used:The webinar');
    expect([...page.querySelectorAll('button')].map((button) => button.textContent?.trim())).not.toContain('Delete');
  });

  it('is archived and taken back', async () => {
    const { press, answer, text } = await open();
    await press('Archive');
    const sent = await answer('PUT', `${path}/archived`, aRecording({ archived: true }));
    expect([sent.body, text().includes('“A talk” is archived.')]).toEqual([{ archived: true }, true]);
    await press('Undo');
    const back = await answer('PUT', `${path}/archived`, aRecording());
    expect(back.body).toEqual({ archived: false });
  });

  it('is there in Spanish', async () => {
    const { text, page } = await open(failed, '/es');
    expect(page.querySelector('h1')?.textContent).toBe('Una charla');
    expect(text()).toContain('debería durar 1 hora y solo hay 23 minutos 35 segundos');
  });

  it('says so where there is none', async () => {
    const { answer, text } = await openPage(`/studio/recordings/${id}`);
    await answer('GET', path, { type: 'about:blank', status: 404, code: 'not-found', title: 'x' }, 404);
    expect(text()).toContain('This recording is not here');
  });
});
