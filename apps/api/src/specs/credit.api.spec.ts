import { Coverage } from '@haven/recordings/contract';
import { type Range } from '@haven/shared/contract';
import { seconds } from '@haven/shared/contract/plain';
import { type Browser } from '../testing/browser';
import { Player, webinar } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const HOUR = 3600;

/** What the seconds of a recording are worth, to people who play it and to people who say that they did. */
describe('fair credit', () => {
  let world: World;
  let recording: { id: string; rev: number };
  beforeAll(async () => {
    world = await openWorld();
    recording = await webinar(world);
    await world.database.query('UPDATE timeline SET duration = $1', [HOUR]);
  });
  afterAll(() => world.close());

  const player = (browser: Browser) => new Player(world, browser, recording);
  const all: Range[] = [[0, HOUR]];
  const pass = (s: number) => world.clock.forward(s * 1000);
  const earned = async (browser: Browser) =>
    seconds((await browser.get(`/api/watch/${recording.id}`).expect(200)).json(Coverage).ranges);

  it.each([0.5, 1, 1.5, 2])('gives an honest hour at speed %s whole', async (rate) => {
    const { covered, pending } = await player(await world.guest()).watch(all, rate);
    expect({ covered, pending }).toEqual({ covered: all, pending: [] });
  });

  it('gives the slack alone to a forged claim, from its beginning, and keeps the rest pending', async () => {
    const forger = await world.guest();
    const tab = player(forger);
    await tab.claim([]);
    pass(1);
    expect(await tab.claim(all)).toMatchObject({ covered: [[0, 22]], pending: [[22, HOUR]] });
    expect(await earned(forger)).toBeLessThanOrEqual(23);
  });

  it('gives a claim without a beginning no more, and keeps the rest as unproven', async () => {
    const result = await player(await world.guest()).claim(all);
    expect(result).toMatchObject({ covered: [[0, 20]], unproven: [[20, HOUR]], pending: [] });
  });

  it('credits what is pending as time passes, so that nobody honest loses anything', async () => {
    const tab = player(await world.guest());
    await tab.claim([]);
    expect(await tab.claim([[0, 100]])).toMatchObject({ covered: [[0, 20]], pending: [[20, 100]], unproven: [] });
    pass(20);
    expect(await tab.claim([[0, 100]])).toMatchObject({ covered: [[0, 60]], pending: [[60, 100]] });
    pass(20);
    expect(await tab.claim([[0, 100]])).toMatchObject({ covered: [[0, 100]], pending: [] });
  });

  it('gives ten tabs together no more than one at top speed', async () => {
    const browser = await world.guest();
    const tabs = Array.from({ length: 10 }, () => player(browser));
    for (const tab of tabs) await tab.claim([]);
    pass(60);
    await Promise.all(tabs.map((tab, n) => tab.claim([[n * 360, n * 360 + 360]])));
    expect(await earned(browser)).toBeLessThanOrEqual(60 * 2 + 20 + 2);
  });

  it('gives sixty sessions, one after the other, the slack once', async () => {
    const browser = await world.guest();
    for (let n = 0; n < 60; n++) {
      const tab = player(browser);
      await tab.claim([]);
      pass(1);
      await tab.claim([[n * 60, n * 60 + 60]]);
    }
    // A minute at twice the speed, the slack, and the one second of it that came back meanwhile.
    expect(await earned(browser)).toBeLessThanOrEqual(60 * 2 + 20 + 1 + 2);
  });

  it('gives sixteen times the speed no more than twice', async () => {
    const browser = await world.guest();
    await player(browser).watch(all, 16);
    expect(await earned(browser)).toBeLessThanOrEqual((HOUR / 16) * 2 + 20 + 2);
  });

  it('fills the slack again by a second a minute', async () => {
    const browser = await world.guest();
    await player(browser).claim(all);
    pass(5 * 60);
    await player(browser).claim(all);
    expect(await earned(browser)).toBe(25);
  });

  it('costs nothing to see the same again, or to say the same again', async () => {
    const browser = await world.guest();
    const tab = player(browser);
    await tab.watch([[0, 600]]);
    for (let n = 0; n < 5; n++) expect((await tab.claim([[0, 600]])).pending).toEqual([]);
    expect((await player(browser).claim([[0, 620]])).covered).toEqual([[0, 620]]);
  });

  it('lets a session that a guest began go on after signing in', async () => {
    const guest = await world.guest();
    const tab = player(guest);
    await tab.watch([[0, 300]]);
    pass(300);
    const { email, password } = world.account('learner', 1);
    await guest.post('/api/session', { email, password }).expect(200);
    expect(await tab.claim([[0, 600]])).toMatchObject({ covered: [[0, 600]], pending: [] });
  });

  it('keeps a row small, however often somebody drags along the scrubber', async () => {
    const browser = await world.guest();
    const tab = player(browser);
    const crumbs = Array.from({ length: 390 }, (_, n): Range => [n * 3, n * 3 + 1]);
    expect((await tab.watch(crumbs)).pending).toEqual([]);
    const { ranges } = (await browser.get(`/api/watch/${recording.id}`).expect(200)).json(Coverage);
    expect(ranges).toEqual([[0, 1168]]);
  });
});
