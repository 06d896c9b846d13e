import { AttemptDetail } from '@haven/assessment/contract';
import { CourseDetail, LessonDetail } from '@haven/catalog/contract';
import { Session } from '@haven/identity/contract';
import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { Coverage, WatchResults } from '@haven/recordings/contract';
import { newId } from '@haven/shared/api';
import { answerAll } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { Player, webinar } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const course = 'sanctuary-in-cities';
const lessonUrl = (slug: string) => `/api/enrolments/${course}/lessons/${slug}`;

describe('learning', () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());

  const progressOf = async (browser: Browser) =>
    (await browser.get(`/api/enrolments/${course}`).expect(200)).json(CourseProgress);
  const outline = async () => {
    const detail = (await world.visitor().get(`/api/courses/${course}`).expect(200)).json(CourseDetail);
    return detail.modules.flatMap((module) => module.lessons);
  };
  const lesson = async (slug: string) =>
    (await world.visitor().get(`/api/courses/${course}/lessons/${slug}`).expect(200)).json(LessonDetail);
  const watch = async (browser: Browser, ranges: [number, number][]) => {
    return new Player(world, browser, await webinar(world)).watch(ranges);
  };

  it('needs no account: starting a course makes a guest, and looking around does not', async () => {
    const browser = world.visitor();
    await browser.get('/api/courses').expect(200);
    expect((await browser.get('/api/session').expect(200)).json(Session).person).toBeNull();
    await browser.post('/api/enrolments', { course }).expect(200);
    expect((await browser.get('/api/session').expect(200)).json(Session).person).toMatchObject({
      role: 'guest',
      name: null,
    });
    expect((await browser.get('/api/enrolments').expect(200)).json(Enrolments).items).toMatchObject([
      { course: { slug: course }, done: 0 },
    ]);
  });

  it('says exactly what is missing', async () => {
    const progress = await progressOf(await world.guest());
    const missing = Object.fromEntries(progress.lessons.map((entry) => [entry.slug, entry.missing]));
    expect(missing['why-trust-matters']).toEqual({ kind: 'read' });
    expect(missing['webinar']).toEqual({
      kind: 'watch',
      required: 90,
      duration: 276,
      covered: 0,
      unproven: 0,
      gaps: [[0, 276]],
    });
    expect(missing['check-what-you-know']).toEqual({ kind: 'pass', needed: 6, questions: 8, openAttempt: null });
    expect(progress).toMatchObject({ completedAt: null, next: 'why-trust-matters' });
  });

  it('completes a reading once, and does not date it again', async () => {
    const browser = await world.guest();
    const first = (await browser.put(`${lessonUrl('why-trust-matters')}/read`).expect(200)).json(CourseProgress);
    world.clock.forward(60_000);
    const second = (await browser.put(`${lessonUrl('why-trust-matters')}/read`).expect(200)).json(CourseProgress);
    expect(first.lessons[0]).toMatchObject({ evidence: { kind: 'read' }, missing: null });
    expect(second.lessons[0]?.completedAt).toBe(first.lessons[0]?.completedAt);
  });

  it('unites watched ranges, forgets nothing, and resumes where the playhead was', async () => {
    const browser = await world.guest();
    await watch(browser, [[0, 40]]);
    const { covered } = await watch(browser, [
      [30, 60],
      [100, 120],
    ]);
    expect(covered).toEqual([
      [0, 60],
      [100, 120],
    ]);
    const { recording } = await lesson('webinar');
    const coverage = (await browser.get(`/api/watch/${recording?.id}`).expect(200)).json(Coverage);
    expect(coverage).toMatchObject({
      ranges: [
        [0, 60],
        [100, 120],
      ],
      position: 120,
    });
  });

  it('counts a clip like the recording, and leaves the place where somebody goes on', async () => {
    const browser = await world.guest();
    const { id, rev } = await webinar(world);
    const play = async (session: string, ranges: [number, number][], position: number | null) => {
      const claim = { session, recording: id, rev, ranges, position, seq: 0, rate: 1 };
      await browser.post('/api/watch/claims', { claims: [claim] }).expect(200);
      return (await browser.get(`/api/watch/${id}`).expect(200)).json(Coverage);
    };
    expect(await play(newId(), [[200, 205]], null)).toMatchObject({ ranges: [[200, 205]], position: 0 });
    const [whole, clip] = [newId(), newId()];
    expect(await play(whole, [[0, 5]], 5)).toMatchObject({ position: 5 });
    const ranges = [0, 100, 200].map((from) => [from, from + 5]);
    expect(await play(clip, [[100, 105]], null)).toMatchObject({ ranges, position: 5 });
    expect(await play(whole, [[0, 5]], 4)).toMatchObject({ ranges, position: 4 });
  });

  it('counts nothing beyond the end, and nothing twice', async () => {
    const browser = await world.guest();
    await watch(browser, [[0, 100]]);
    const { covered } = await watch(browser, [
      [0, 100],
      [270, 5000],
    ]);
    expect(covered).toEqual([
      [0, 100],
      [270, 276],
    ]);
  });

  it('keeps what it cannot credit as pending instead of dropping it', async () => {
    const browser = await world.guest();
    const claim = { session: newId(), recording: newId(), rev: 1, ranges: [[0, 9]], position: 9, seq: 1, rate: 1 };
    const { results } = (await browser.post('/api/watch/claims', { claims: [claim] }).expect(200)).json(WatchResults);
    expect(results).toEqual([{ session: claim.session, covered: [], unproven: [], pending: [[0, 9]] }]);
  });

  it('completes a recording at its rule, to the second, and not before', async () => {
    const browser = await world.guest();
    await watch(browser, [[0, 248]]);
    expect((await progressOf(browser)).lessons.find((entry) => entry.slug === 'webinar')?.missing).toMatchObject({
      gaps: [[248, 276]],
    });
    await watch(browser, [[248, 249]]);
    const done = (await progressOf(browser)).lessons.find((entry) => entry.slug === 'webinar');
    expect(done).toMatchObject({
      missing: null,
      evidence: { kind: 'watch', covered: 249, duration: 276, required: 90 },
    });
  });

  it('says what was watched without a line and cannot be checked, and counts it only where the rule says so', async () => {
    const browser = await world.guest();
    await new Player(world, browser, await webinar(world)).claim([[0, 276]]);
    const webinarOf = async () => (await progressOf(browser)).lessons.find((entry) => entry.slug === 'webinar');
    expect((await webinarOf())?.missing).toMatchObject({ covered: 20, unproven: 256, gaps: [[20, 276]] });
    const rule = async (unproven: boolean) => {
      await world.database.query('ALTER TABLE release DISABLE TRIGGER USER');
      await world.database.query(
        `UPDATE release SET manifest = jsonb_set(manifest, '{lessons}', (SELECT jsonb_agg(CASE WHEN l->'rule'->>'kind' = 'watch'
           THEN jsonb_set(l, '{rule,unproven}', $1) ELSE l END ORDER BY at) FROM jsonb_array_elements(manifest->'lessons') WITH ORDINALITY e(l, at)))`,
        [JSON.stringify(unproven)],
      );
      await world.database.query('ALTER TABLE release ENABLE TRIGGER USER');
    };
    await rule(false);
    await watch(browser, [[20, 40]]);
    expect(await webinarOf()).toMatchObject({ completedAt: null, missing: { covered: 40, unproven: 236 } });
    await rule(true);
    await watch(browser, [[40, 60]]);
    const { completedAt, evidence } = (await webinarOf()) ?? {};
    expect(completedAt).toEqual(expect.any(String));
    expect(evidence).toEqual({ kind: 'watch', covered: 60, unproven: 216, duration: 276, required: 90 });
    await rule(false);
  });

  it('gives the same for reading the transcript to its end', async () => {
    const browser = await world.guest();
    const { recording } = await lesson('webinar');
    await browser.put(`/api/watch/${recording?.id}/transcript`).expect(200);
    const done = (await progressOf(browser)).lessons.find((entry) => entry.slug === 'webinar');
    expect(done).toMatchObject({ missing: null, evidence: { kind: 'transcript' } });
  });

  it('completes the course when nothing is missing, with the release it was', async () => {
    const browser = await world.guest();
    for (const { kind, slug } of await outline())
      if (kind === 'reading') await browser.put(`${lessonUrl(slug)}/read`).expect(200);
    await watch(browser, [[0, 276]]);
    expect(await progressOf(browser)).toMatchObject({ completedAt: null, next: 'check-what-you-know' });
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    await answerAll(world, browser, attempt, (right) => right);
    await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200);
    expect(await progressOf(browser)).toMatchObject({
      completedAt: expect.any(String),
      completedRelease: 1,
      next: null,
    });
  });

  it('brings what a guest did to the account that signs in', async () => {
    const browser = await world.guest();
    await browser.put(`${lessonUrl('why-trust-matters')}/read`).expect(200);
    await watch(browser, [[10, 30]]);
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const { email, password } = world.account('learner', 2);
    await browser.post('/api/session', { email, password }).expect(200);
    const progress = await progressOf(browser);
    expect(progress.lessons[0]?.evidence).toEqual({ kind: 'read' });
    expect(progress.lessons.find((entry) => entry.slug === 'webinar')?.missing).toMatchObject({ covered: 20 });
    await browser.get(`/api/attempts/${attempt.id}`).expect(200);
  });

  it("answers a stranger's attempt, course and coverage like something that does not exist, to the byte", async () => {
    const [mine, theirs] = [await world.guest(), await world.guest('schools-as-safe-places')];
    const attempt = (await mine.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(AttemptDetail);
    const pairs = [
      [`/api/attempts/${attempt.id}`, `/api/attempts/${newId()}`],
      [`/api/enrolments/${course}`, '/api/enrolments/no-such-course'],
    ] as const;
    for (const [hidden, absent] of pairs) {
      const [a, b] = [await theirs.get(hidden).expect(404), await theirs.get(absent).expect(404)];
      expect(a.text).toBe(b.text);
      expect({ ...a.headers, date: 0 }).toEqual({ ...b.headers, date: 0 });
    }
  });
});
