import { Coverage, Lease } from '@haven/recordings/contract';
import { newId } from '@haven/shared/api';
import { type Range } from '@haven/shared/contract';
import { seconds } from '@haven/shared/contract/plain';
import { type Browser } from '../testing/browser';
import { Player, webinar } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Playing without a line: under a lease it is worth what it is worth online, without one it is kept and said to be unproven. */
describe('a lease', () => {
  let world: World;
  let recording: { id: string; rev: number };
  beforeAll(async () => {
    world = await openWorld();
    recording = await webinar(world);
    await world.database.query('UPDATE timeline SET duration = $1', [HOUR]);
  });
  afterAll(() => world.close());

  const all: Range[] = [[0, HOUR]];
  const pass = (s: number) => world.clock.forward(s * 1000);
  const ask = async (browser: Browser, lease: string = newId()) =>
    (await browser.post('/api/watch/leases', { lease }).expect(200)).json(Lease);
  const player = (browser: Browser, lease: string | null = null) => new Player(world, browser, recording, lease);
  const coverage = async (browser: Browser) =>
    (await browser.get(`/api/watch/${recording.id}`).expect(200)).json(Coverage);

  it('is good for thirty days, and the same however often it is asked for', async () => {
    const browser = await world.guest();
    const { lease, until } = await ask(browser);
    const days = (new Date(until).getTime() - world.clock.now().getTime()) / (DAY * 1000);
    expect(days).toBeCloseTo(30, 4);
    pass(DAY);
    expect(await ask(browser, lease)).toEqual({ lease, until });
  });

  it('gives forty minutes at one and a half times the speed, which arrive at once, whole', async () => {
    const browser = await world.guest();
    const { lease } = await ask(browser);
    pass(40 * 60);
    expect(await player(browser, lease).claim(all)).toMatchObject({ covered: all, unproven: [], pending: [] });
    expect(await coverage(browser)).toMatchObject({ ranges: all, unproven: [] });
  });

  it('gives everything that several sessions played under it', async () => {
    const browser = await world.guest();
    const { lease } = await ask(browser);
    pass(40 * 60);
    for (let n = 0; n < 4; n++)
      expect((await player(browser, lease).claim([[n * 900, n * 900 + 900]])).pending).toEqual([]);
    expect((await coverage(browser)).ranges).toEqual(all);
  });

  it('keeps what is over it pending, and credits it as time passes', async () => {
    const browser = await world.guest();
    const { lease } = await ask(browser);
    pass(600);
    const tab = player(browser, lease);
    expect(await tab.claim(all)).toMatchObject({ covered: [[0, 1220]], unproven: [], pending: [[1220, HOUR]] });
    pass(1200);
    expect(await tab.claim(all)).toMatchObject({ covered: all, pending: [] });
  });

  it("goes on as the person's after a guest has signed in", async () => {
    const guest = await world.guest();
    const { lease } = await ask(guest);
    const { email, password } = world.account('learner', 1);
    await guest.post('/api/session', { email, password }).expect(200);
    pass(40 * 60);
    expect(await player(guest, lease).claim(all)).toMatchObject({ covered: all, unproven: [], pending: [] });
  });

  describe('that is not there', () => {
    it.each([0, 30 * DAY])('gains nothing where it is over, or was never opened (%s s)', async (age) => {
      const browser = await world.guest();
      const { lease } = age > 0 ? await ask(browser) : { lease: newId() };
      pass(age);
      const { covered, unproven, pending } = await player(browser, lease).claim(all);
      expect(seconds(covered)).toBe(20);
      expect([...covered, ...unproven]).toEqual([
        [0, 20],
        [20, HOUR],
      ]);
      expect(pending).toEqual([]);
    });

    it("gains nothing where it is another person's, also as the session itself", async () => {
      const { lease } = await ask(await world.guest());
      pass(HOUR);
      const browser = await world.guest();
      expect(seconds((await player(browser, lease).claim(all)).covered)).toBe(20);
    });

    it('gains no more where sixty sessions use it, or where it is asked for again', async () => {
      const browser = await world.guest();
      const { lease } = await ask(browser);
      pass(60);
      for (let n = 0; n < 60; n++) {
        await ask(browser, lease);
        await player(browser, lease).claim([[n * 60, n * 60 + 60]]);
      }
      expect(seconds((await coverage(browser)).ranges)).toBeLessThanOrEqual(60 * 2 + 20 + 4);
    });
  });

  describe('what is unproven', () => {
    it('ends where the recording ends, and has nothing in common with what is seen', async () => {
      const browser = await world.guest();
      await player(browser).watch([[100, 200]]);
      const { unproven, pending } = await player(browser).claim([[50, HOUR + 500]]);
      expect(unproven).toEqual([
        [70, 100],
        [200, HOUR],
      ]);
      expect(pending).toEqual([]);
    });

    it('is seen by watching it', async () => {
      const browser = await world.guest();
      await player(browser).claim([[0, 120]]);
      expect(await coverage(browser)).toMatchObject({ ranges: [[0, 20]], unproven: [[20, 120]] });
      expect(await player(browser).watch([[20, 80]])).toMatchObject({ covered: [[0, 80]], unproven: [[80, 120]] });
      expect(await coverage(browser)).toMatchObject({ ranges: [[0, 80]], unproven: [[80, 120]] });
    });

    it('waits for what is new: the line came back while it plays, and nothing stays pending', async () => {
      const tab = player(await world.guest());
      await tab.claim([[0, 600]]);
      pass(15);
      const { covered, unproven, pending } = await tab.claim([[0, 615]]);
      expect({ covered, unproven, pending }).toEqual({
        covered: [
          [0, 35],
          [600, 615],
        ],
        unproven: [[35, 600]],
        pending: [],
      });
    });

    it('is handed over with the guest who watched it', async () => {
      const guest = await world.guest();
      await player(guest).claim([[0, 300]]);
      const { email, password } = world.account('learner', 2);
      await guest.post('/api/session', { email, password }).expect(200);
      expect(await coverage(guest)).toMatchObject({ ranges: [[0, 20]], unproven: [[20, 300]] });
    });
  });
});
