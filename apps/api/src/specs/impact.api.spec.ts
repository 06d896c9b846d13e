import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { Events } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('what a release is for people', () => {
  let world: World;
  let course: SmallCourse;
  let first: string;
  beforeEach(async () => {
    world = await openWorld();
    course = await SmallCourse.begin(await world.as('editor'), world.visitor(), []);
    first = await course.add('One');
    await course.publish();
  });
  afterEach(() => world.close());

  const progressOf = async (browser: Browser) =>
    (await browser.get(`/api/enrolments/${course.slug}`).expect(200)).json(CourseProgress);
  const put = (browser: Browser, lesson: string, what: 'read' | 'renewal') =>
    browser.put(`/api/enrolments/${course.slug}/lessons/${lesson}/${what}`);
  const complete = async () => {
    const learner = await world.guest(course.slug);
    await put(learner, 'one', 'read').expect(200);
    return learner;
  };

  it('is counted before publishing, and small groups are not', async () => {
    expect((await course.preview()).impact).toMatchObject({ completed: { all: 0 }, underWay: { all: 0 } });
    for (let n = 0; n < 11; n++) await complete();
    for (let n = 0; n < 3; n++) await world.guest(course.slug);
    await course.add('Two');
    await course.write(first, 'One', 'Another text.');
    expect((await course.preview()).impact).toEqual({
      ...{ added: 1, changed: 1 },
      completed: { all: 11, news: 11 },
      underWay: { all: null, finish: null, more: null, less: null },
    });
    for (let n = 0; n < 9; n++) await world.guest(course.slug);
    expect((await course.preview()).impact?.underWay).toEqual({ all: 12, finish: 0, more: 12, less: 0 });
  });

  it('says nothing to those who completed, tells them, or asks them, as the editor chose; they stay complete', async () => {
    const learner = await complete();
    const { completedAt } = await progressOf(learner);
    await course.add('Two');
    await course.publish({ completed: 'none' });
    expect(await progressOf(learner)).toMatchObject({ completedAt, completedRelease: 1, news: [], next: 'two' });

    const three = await course.add('Three');
    await course.publish({ completed: 'notify' });
    expect((await progressOf(learner)).news).toEqual([
      { lesson: three, slug: 'three', kind: 'new', asked: false, done: false },
    ]);

    await course.write(first, 'One', 'Another text.');
    await course.publish({ completed: 'require' });
    const asked = { lesson: first, slug: 'one', kind: 'changed', asked: true };
    expect((await progressOf(learner)).news).toContainEqual({ ...asked, done: false });
    const mine = async () => (await learner.get('/api/enrolments').expect(200)).json(Enrolments).items[0];
    expect(await mine()).toMatchObject({ news: 2, asked: 1, completedAt });
    await put(learner, 'two', 'renewal').expect(404);
    await put(learner, 'three', 'renewal').expect(404);
    await put(learner, 'one', 'renewal').expect(200);
    await put(learner, 'one', 'renewal').expect(200);
    await put(learner, 'three', 'read').expect(200);
    const after = await progressOf(learner);
    expect(after).toMatchObject({ completedAt, completedRelease: 1 });
    expect(after.news.map(({ done }) => done)).toEqual([true, true]);
    expect(await mine()).toMatchObject({ news: 0, asked: 0 });
    expect(after.lessons.find(({ slug }) => slug === 'one')?.completedAt).not.toBeNull();

    const other = await world.guest(course.slug);
    for (const slug of ['one', 'two', 'three']) await put(other, slug, 'read').expect(200);
    expect(await progressOf(other)).toMatchObject({ completedRelease: 4, news: [] });
    await put(other, 'one', 'renewal').expect(404);
  });

  it('asks again where a lesson changes again, and not for what has become again as it was', async () => {
    const learner = await complete();
    await course.write(first, 'One', 'Another text.');
    await course.publish({ completed: 'require' });
    await put(learner, 'one', 'renewal').expect(200);
    await course.write(first, 'One', 'A third text.');
    await course.publish({ completed: 'require' });
    expect((await progressOf(learner)).news).toMatchObject([{ slug: 'one', asked: true, done: false }]);
    await course.again(1);
    expect((await progressOf(learner)).news).toEqual([]);
  });

  it('says anew what is news in a plan when the plan before it is cancelled', async () => {
    const learner = await complete();
    const inMinutes = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000).toISOString();
    await course.add('Two');
    await course.publish({ at: inMinutes(1), completed: 'require' });
    await course.write(first, 'One', 'Another text.');
    await course.publish({ at: inMinutes(2), completed: 'notify' });
    await course.cancel(2);
    world.clock.forward(121_000);
    expect((await progressOf(learner)).news.map(({ slug, asked }) => [slug, asked])).toEqual([
      ['two', false],
      ['one', false],
    ]);
  });

  it('goes with a guest into an account', async () => {
    const learner = await complete();
    await course.write(first, 'One', 'Another text.');
    await course.publish({ completed: 'require' });
    await put(learner, 'one', 'renewal').expect(200);
    const { email, password } = world.account('learner');
    await learner.post('/api/session', { email, password }).expect(200);
    await world.app.get(Events).deliver('all due');
    expect((await progressOf(learner)).news).toMatchObject([{ slug: 'one', done: true }]);
  });
});
