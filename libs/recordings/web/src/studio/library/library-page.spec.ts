import { openPage } from '../testing/open-page';
import { aCard } from '../testing/recordings';

const limits = { items: [], limit: 8_000_000_000, left: 41_000_000_000 };
const list = '/api/studio/recordings';
const problem = (status: number, code: string) => ({ type: 'about:blank', status, code, title: code });

const open = async (query = '', asked = query) => {
  const desk = await openPage(`/studio/recordings${query}`);
  await desk.answer('GET', '/api/uploads', limits);
  return { ...desk, show: (items: object[]) => desk.answer('GET', list + asked, { items, next: null }) };
};

describe('the library of recordings', () => {
  it('says of each recording what it is, how far it is, how its captions stand and where it is used', async () => {
    const { show, text } = await open();
    await show([
      aCard({
        state: 'playable',
        step: { name: 'slides', status: 'running', progress: 40, reason: null },
        tracks: [
          { locale: 'en', version: 1, cues: 9, origin: 'editor', reviewed: { by: 'Ana', on: '2026-05-12' } },
          { locale: 'es', version: 1, cues: 9, origin: 'automatic', reviewed: null },
        ],
        uses: [{ title: { en: 'The webinar' }, within: { en: 'Cities' }, link: '/studio/courses/1', published: true }],
      }),
    ]);
    expect(text()).toContain('English · 58 minutes · May 3, 2026');
    expect(text()).toContain('Find the slides, 40 %');
    expect(text()).toContain('English: reviewed May 12, 2026 · Spanish: draft');
    expect(text()).toContain('Used in The webinar');
  });

  it('asks for what the address says, and for nothing that no filter offers', async () => {
    const { show, text, page } = await open('?q=city&captions=es&state=odd', '?q=city&captions=es');
    await show([]);
    expect(text()).toContain('No recording fits');
    expect(page.querySelector<HTMLInputElement>('[name=q]')?.value).toBe('city');
  });

  it('tells whoever has none how to begin', async () => {
    const { show, text } = await open();
    await show([]);
    expect(text()).toContain('No recordings yet');
    expect(text()).toContain('Up to 8 GB a file. You may still upload 41 GB.');
  });

  it('archives, says so where the focus is, and takes it back', async () => {
    const { show, press, answer, text } = await open();
    await show([aCard()]);
    await press('Archive');
    const sent = await answer('PUT', `${list}/${aCard().id}/archived`, {});
    await show([]);
    expect([sent.body, document.activeElement?.textContent?.trim()]).toEqual([
      { archived: true },
      '“A talk” is archived.',
    ]);
    await press('Undo');
    const back = await answer('PUT', `${list}/${aCard().id}/archived`, {});
    expect([back.body, text().includes('“A talk” is back.')]).toEqual([{ archived: false }, true]);
  });

  it('offers another try where it cannot be loaded', async () => {
    const { answer, press, text } = await open();
    await answer('GET', list, problem(503, 'failed'), 503);
    expect(text()).toContain('This could not be loaded');
    await press('Try again');
    await answer('GET', list, { items: [aCard()], next: null });
    expect(text()).toContain('A talk');
  });

  it('refuses what is no recording by its name, and says where captions go', async () => {
    const { show, page, text, settled } = await open();
    await show([]);
    const control = page.querySelector<HTMLInputElement>('input[type=file]');
    const files = [new File(['x'], 'notes.pdf'), new File(['x'], 'talk.vtt')];
    Object.defineProperty(control, 'files', { value: files });
    control?.dispatchEvent(new Event('change'));
    await settled();
    expect(text()).toContain('neither video nor audio: notes.pdf');
    expect(text()).toContain('Not uploaded: talk.vtt. Captions and transcripts belong to a recording');
  });
});
