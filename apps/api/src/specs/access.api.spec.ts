import { AttemptDetail, PracticeSheet } from '@haven/assessment/contract';
import { Catalog } from '@haven/catalog/api';
import { CourseCards, type CourseSettings, PublishPreview, StudioCourse } from '@haven/catalog/contract';
import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { answerAll } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { courseBySlug } from '../testing/packages';
import { SmallCourse } from '../testing/small-course';
import { Player, webinar } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const HOUR_MS = 3_600_000;
const quizCourse = 'sanctuary-in-cities';
const practiceCourse = 'knowing-your-citys-policies';

describe('the door of a course', () => {
  let world: World;
  let editor: Browser;
  let visitor: Browser;
  let course: SmallCourse;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    visitor = world.visitor();
    course = await SmallCourse.begin(editor, visitor, ['Two', 'One']);
  });
  afterEach(() => world.close());

  const inHours = (hours: number) => new Date(world.clock.now().getTime() + hours * HOUR_MS).toISOString();
  const publish = async (settings: Partial<CourseSettings>) => {
    await course.settle(settings);
    await course.publish();
  };
  /** Publishes a course of the demo with other settings. */
  const republish = async (slug: string, settings: Partial<CourseSettings>) => {
    const url = `/api/studio/courses/${await courseBySlug(editor, slug)}`;
    const { version, settings: was } = (await editor.get(url).expect(200)).json(StudioCourse);
    const change = { do: 'settle', was, now: { ...was, ...settings } };
    await editor.post(`${url}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
    const { draft } = (await editor.get(`${url}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`${url}/releases`, { draft, note: '' }).expect(201);
  };
  const own = (rest = '') => `/api/enrolments/${course.slug}${rest}`;
  const begin = (who: Browser) => who.post('/api/enrolments', { course: course.slug });
  const mark = (who: Browser, lesson: string, body = {}) => who.put(own(`/lessons/${lesson}/read`), body);
  const refusal = (text: string) => {
    const { code, fields = [] } = Problem.parse(JSON.parse(text));
    return [code, ...fields.map(({ message }) => message)];
  };
  /** What somebody new is answered: the course, its two lessons, and whether they may begin it. */
  const doors = async (who: Browser) => {
    const urls = ['', '/lessons/one', '/lessons/two'].map((path) => `/api/courses/${course.slug}${path}`);
    const looks = [];
    for (const url of urls) looks.push((await who.get(url)).status);
    return [...looks, (await begin(who)).status];
  };
  const listed = async (query = '') =>
    (await visitor.get(`/api/courses?limit=100${query}`).expect(200))
      .json(CourseCards)
      .items.some(({ id }) => id === course.id);

  it.each<[string, () => Partial<CourseSettings>, number[], (string | undefined)[]]>([
    ['that is open', () => ({}), [200, 200, 200, 200], []],
    ['that has not closed yet', () => ({ opens: inHours(-2), closes: inHours(2) }), [200, 200, 200, 200], []],
    ['that is not open yet', () => ({ opens: inHours(2) }), [200, 403, 403, 403], ['not-open-yet']],
    ['that is closed', () => ({ closes: inHours(-2) }), [200, 403, 403, 403], ['closed']],
    [
      'that needs another',
      () => ({ prerequisites: [quizCourse] }),
      [200, 403, 403, 403],
      ['needs-courses', quizCourse],
    ],
    ['in order', () => ({ order: 'sequential' }), [200, 200, 403, 200], ['locked', 'one']],
    ['for those with its address', () => ({ visibility: 'link' }), [200, 200, 200, 200], []],
  ])(
    'of a course %s: a visitor, a guest, a learner; its editor, and who wrote another',
    async (_, settings, shut, why) => {
      await publish(settings());
      const all = [200, 200, 200, 200];
      for (const who of [visitor, await world.guest(practiceCourse), await world.as('learner')])
        expect(await doors(who)).toEqual(shut);
      expect(await doors(editor)).toEqual(all);
      expect(await doors(await world.as('author'))).toEqual(shut);
      const refused = await world.visitor().get(`/api/courses/${course.slug}/lessons/two`);
      if (why.length > 0) expect(refusal(refused.text).slice(0, why.length)).toEqual(why);
    },
  );

  it('leaves nobody behind where it stays shut', async () => {
    await publish({ closes: inHours(-2) });
    const people = async () =>
      (await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM person'))[0]?.n;
    const before = await people();
    expect(refusal((await begin(visitor).expect(403)).text)[0]).toBe('closed');
    expect(await people()).toBe(before);
  });

  it('lists what everyone may find and begin, now or later', async () => {
    await publish({ opens: inHours(1), closes: inHours(3) });
    expect(await listed('&q=small')).toBe(true);
    world.clock.forward(2 * HOUR_MS);
    expect(await listed()).toBe(true);
    world.clock.forward(2 * HOUR_MS);
    expect(await listed()).toBe(false);
    editor = await world.as('editor');
    course = await SmallCourse.begin(editor, visitor, ['One']);
    await publish({ visibility: 'link' });
    expect(await listed()).toBe(false);
    await visitor.get(`/api/courses/${course.slug}`).expect(200);
  });

  it('opens and closes by the clock, and pages that were rendered before are used no longer', async () => {
    await publish({ opens: inHours(1), closes: inHours(3) });
    const catalog = world.app.get(Catalog);
    expect(await catalog.untilNextChange()).toBeLessThanOrEqual(HOUR_MS);
    expect((await course.seen()).phase).toBe('coming');
    world.clock.forward(1.5 * HOUR_MS);
    expect((await course.seen()).phase).toBe('open');
    expect(await catalog.untilNextChange()).toBeLessThanOrEqual(1.5 * HOUR_MS);
    await begin(visitor).expect(200);
    world.clock.forward(2 * HOUR_MS);
    expect((await course.seen()).phase).toBe('closed');
  });

  it('shuts behind nobody: what was completed is read, what was read in time counts, and nothing new is taken', async () => {
    await publish({ closes: inHours(1) });
    const guest = world.visitor();
    await begin(guest).expect(200);
    await mark(guest, 'one').expect(200);
    const inTime = world.clock.now().toISOString();
    world.clock.forward(2 * HOUR_MS);
    const { lessons } = (await guest.get(own()).expect(200)).json(CourseProgress);
    expect(lessons.map(({ completedAt }) => completedAt !== null)).toEqual([true, false]);
    expect((await guest.get('/api/enrolments').expect(200)).json(Enrolments).items).toHaveLength(1);
    await begin(guest).expect(200);
    await mark(guest, 'one').expect(200);
    await guest.get(`/api/courses/${course.slug}/lessons/one`).expect(200);
    await guest.get(`/api/courses/${course.slug}/lessons/two`).expect(403);
    expect(refusal((await mark(guest, 'two').expect(403)).text)[0]).toBe('closed');
    await mark(guest, 'two', { at: world.clock.now().toISOString() }).expect(403);
    const late = (await mark(guest, 'two', { at: inTime }).expect(200)).json(CourseProgress);
    expect(late.completedAt).not.toBeNull();
  });

  it('lets an attempt that was begun in time be finished, and no other one be begun', async () => {
    await republish(quizCourse, { closes: inHours(1) });
    const attempts = `/api/enrolments/${quizCourse}/lessons/check-what-you-know/attempts`;
    const guest = await world.guest(quizCourse);
    const other = await world.guest(quizCourse);
    const attempt = (await guest.post(attempts).expect(200)).json(AttemptDetail);
    world.clock.forward(2 * HOUR_MS);
    expect(refusal((await other.post(attempts).expect(403)).text)[0]).toBe('closed');
    await guest.get(`/api/courses/${quizCourse}/lessons/check-what-you-know`).expect(200);
    expect((await guest.post(attempts).expect(200)).json(AttemptDetail).id).toBe(attempt.id);
    await answerAll(world, guest, attempt, (right) => right);
    const { result } = (await guest.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(AttemptDetail);
    expect(result?.passed).toBe(true);
    expect(refusal((await guest.post(attempts).expect(403)).text)[0]).toBe('closed');
    await guest.get(attempts).expect(200);
  });

  it('keeps what was watched, whenever it is told', async () => {
    const recording = await webinar(world);
    await republish(quizCourse, { closes: inHours(1) });
    const guest = await world.guest(quizCourse);
    const player = new Player(world, guest, recording);
    await player.claim([]);
    world.clock.forward(2 * HOUR_MS);
    expect((await player.claim([[0, 30]])).covered).toEqual([[0, 30]]);
  });

  it('takes practice of a device by when it was begun', async () => {
    const url = `/api/courses/${practiceCourse}/lessons/practise/practice`;
    const { release } = (await visitor.get(url).expect(200)).json(PracticeSheet);
    await republish(practiceCourse, { closes: inHours(1) });
    const [guest, before] = [await world.guest(practiceCourse), world.clock.now().toISOString()];
    world.clock.forward(2 * HOUR_MS);
    const kept = (startedAt: string) => ({ release, seed: 1, startedAt, responses: [], submittedAt: null });
    const put = (id: string, startedAt: string) =>
      guest.put(`/api/enrolments/${practiceCourse}/lessons/practise/attempts/${id}`, kept(startedAt));
    await guest.get(url).expect(403);
    await put(newId(), world.clock.now().toISOString()).expect(403);
    await put(newId(), before).expect(200);
  });

  it('opens lessons in their order, each by the one before it', async () => {
    await publish({ order: 'sequential' });
    const guest = world.visitor();
    await begin(guest).expect(200);
    expect(refusal((await mark(guest, 'two').expect(403)).text)).toEqual(['locked', 'one']);
    await mark(guest, 'one').expect(200);
    await guest.get(`/api/courses/${course.slug}/lessons/two`).expect(200);
    await mark(guest, 'two').expect(200);
    await course.add('Zero');
    await course.publish();
    for (const lesson of ['zero', 'one', 'two'])
      await guest.get(`/api/courses/${course.slug}/lessons/${lesson}`).expect(200);
    const late = world.visitor();
    await begin(late).expect(200);
    await late.get(`/api/courses/${course.slug}/lessons/one`).expect(403);
  });

  it('asks for other courses at the beginning alone, and for none that is not there any more', async () => {
    const needed = await SmallCourse.begin(editor, visitor, ['First']);
    await needed.publish();
    await course.publish();
    const early = world.visitor();
    await begin(early).expect(200);
    await publish({ prerequisites: [needed.slug] });
    await mark(early, 'one').expect(200);
    const guest = world.visitor();
    expect(refusal((await begin(guest).expect(403)).text)).toEqual(['needs-courses', needed.slug]);
    await guest.post('/api/enrolments', { course: needed.slug }).expect(200);
    await begin(guest).expect(403);
    await guest.put(`/api/enrolments/${needed.slug}/lessons/first/read`).expect(200);
    await begin(guest).expect(200);
    const later = world.visitor();
    await begin(later).expect(403);
    await world.database.query('DELETE FROM release WHERE course_id = $1', [needed.id]);
    expect((await course.seen()).prerequisites).toEqual([]);
    await begin(later).expect(200);
  });
});
