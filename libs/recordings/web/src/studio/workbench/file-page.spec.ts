import { type Replacement, type StudioRecording } from '@haven/recordings/contract';
import { openPage } from '../testing/open-page';
import { aRecording, someSteps } from '../testing/recordings';

const { id } = aRecording();
const path = `/api/studio/recordings/${id}`;

const aFile = (changed: Partial<Replacement> = {}): Replacement => ({
  rev: 2,
  state: 'done',
  playable: true,
  duration: 3000,
  file: { name: 'better.mp4', size: 9, picture: null, sound: null, same: null },
  steps: someSteps(),
  hls: null,
  carried: {
    seconds: 2900,
    of: 3480,
    people: 12,
    chapters: { kept: 3, lost: [{ en: 'Questions' }] },
    captions: [{ locale: 'en', kept: 50, lost: 2 }],
    pieces: [],
  },
  blind: false,
  ...changed,
});
const open = async (replacement: Replacement | null, more: Partial<StudioRecording> = {}) => {
  const desk = await openPage(`/studio/recordings/${id}/file`);
  await desk.answer('GET', path, aRecording({ replacement, ...more }));
  return desk;
};
const buttons = (page: HTMLElement) => [...page.querySelectorAll('button')].map((button) => button.textContent?.trim());

describe('another file for a recording', () => {
  it('is chosen where none waits', async () => {
    const { text, page } = await open(null);
    expect(text()).toContain('The present file is talk.mp4.');
    expect(page.querySelector('input[type=file]')).not.toBeNull();
  });

  it('says what moves along, and takes the place of the present one', async () => {
    const { text, press, answer } = await open(aFile());
    expect(text()).toContain('48 minutes 20 seconds of the 58 minutes are found again');
    expect(text()).toContain('What 12 people have watched of them moves along.');
    expect(text()).toContain('3 of 4 chapters. Left behind: Questions.');
    expect(text()).toContain('English: 50 of 52 captions. They are a draft again');
    await press('Use the new file');
    const { body } = await answer('POST', `${path}/replacement`, aRecording({ rev: 2 }));
    expect(body).toEqual({ rev: 2 });
    expect(text()).toContain('The new file is in place.');
  });

  it('is put away', async () => {
    const { text, press, answer } = await open(aFile());
    await press('Put the new file away');
    await answer('DELETE', `${path}/replacement`, aRecording());
    expect(text()).toContain('Nothing was changed.');
  });

  it('cannot be used before it is compared, and says when it cannot be', async () => {
    const waiting = await open(aFile({ carried: null, steps: someSteps({ audio: { status: 'running' } }) }));
    expect(waiting.text()).toContain('The two are being compared.');
    expect(buttons(waiting.page)).not.toContain('Use the new file');
  });

  it('that cannot be compared keeps nothing, and says so before it is used', async () => {
    const { text, page } = await open(aFile({ carried: null, blind: true }));
    expect(text()).toContain('It all stays with the present file.');
    expect(buttons(page)).toContain('Use the new file');
  });

  it('is looked at again where another one came meanwhile', async () => {
    const { text, press, answer } = await open(aFile());
    await press('Use the new file');
    const problem = { type: 'about:blank', status: 409, code: 'stale', title: 'Stale' };
    await answer('POST', `${path}/replacement`, problem, 409);
    expect(text()).toContain('Somebody sent another file in the meantime.');
  });
});
