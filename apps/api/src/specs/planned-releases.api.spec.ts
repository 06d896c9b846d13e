import { LessonDetail, PublishPreview, ReleaseCard } from '@haven/catalog/contract';
import { Events } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { renameModule, SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

/** Short enough for the session of an editor to last. */
const MINUTE = 60_000;

describe('a release at a time', () => {
  let world: World;
  let editor: Browser;
  let course: SmallCourse;
  let first: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await SmallCourse.begin(editor, world.visitor(), []);
    first = await course.add('One');
    await course.publish();
  });
  afterEach(() => world.close());

  const url = (rest: string) => `/api/studio/courses/${course.id}${rest}`;
  const inMinutes = (minutes: number) => new Date(world.clock.now().getTime() + minutes * MINUTE).toISOString();
  const move = (number: number, at: string | null) => editor.put(url(`/releases/${number}/time`), { at });
  const cancel = (number: number) => editor.delete(url(`/releases/${number}/time`));
  const states = async () => (await course.releases()).map(({ number, state }) => `${number} ${state}`);

  it('is seen from that moment on, whether or not a job has run, and not before', async () => {
    await course.write(first, 'One, later', 'Another text.');
    const at = inMinutes(2);
    expect(await course.publish({ at })).toMatchObject({ number: 2, at, state: 'planned' });
    expect((await course.outline()).status).toMatchObject({ release: { number: 1 }, planned: { number: 2, at } });
    expect((await course.lessons())[0]?.title.en).toBe('One');
    world.clock.forward(2 * MINUTE - 30_000);
    expect((await course.lessons())[0]?.title.en).toBe('One');
    world.clock.forward(30_001);
    expect((await course.lessons())[0]?.title.en).toBe('One, later');
    expect((await course.seen()).release).toEqual({ number: 2, publishedAt: at });
    expect(await states()).toEqual(['2 current', '1 past']);
    expect((await course.outline()).status).toMatchObject({ release: { number: 2 }, planned: null });
  });

  it('opens pictures and recordings of a planned release only when it is seen', async () => {
    const [demo] = await world.database.query<{ id: string }[]>(
      `SELECT id FROM course WHERE slug = 'sanctuary-in-cities'`,
    );
    const demoUrl = `/api/studio/courses/${demo?.id}`;
    const see = async () =>
      (await world.visitor().get('/api/courses/sanctuary-in-cities/lessons/webinar').expect(200)).json(LessonDetail);
    const hls = (await see()).recording?.hls ?? '';
    await world.database.query('UPDATE timeline SET published = false');
    await renameModule(editor, demo?.id ?? '');
    const { draft } = (await editor.get(`${demoUrl}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`${demoUrl}/releases`, { draft, note: '', at: inMinutes(1) }).expect(201);
    await world.visitor().get(hls).expect(404);
    world.clock.forward(MINUTE + 1);
    await see();
    await world.visitor().get(hls).expect(200);
  });

  it('follows another one that is planned, and each is seen in its turn', async () => {
    await course.write(first, 'Second', 'x');
    await course.publish({ at: inMinutes(1) });
    await course.write(first, 'Third', 'x');
    await course.publish({ at: inMinutes(3) });
    expect(await states()).toEqual(['3 planned', '2 planned', '1 current']);
    const title = async () => (await course.lessons())[0]?.title.en;
    world.clock.forward(MINUTE + 1);
    expect(await title()).toBe('Second');
    world.clock.forward(2 * MINUTE);
    expect(await title()).toBe('Third');
    expect(await states()).toEqual(['3 current', '2 past', '1 past']);
  });

  it('is cancelled by what is published for an earlier time, so that learners never go back to older work', async () => {
    await course.write(first, 'Second', 'x');
    await course.publish({ at: inMinutes(2) });
    await course.write(first, 'Third', 'x');
    const { planned } = await course.preview();
    expect(planned.map(({ number }) => number)).toEqual([2]);
    await course.publish();
    expect(await states()).toEqual(['3 current', '2 cancelled', '1 past']);
    world.clock.forward(3 * MINUTE);
    expect((await course.lessons())[0]?.title.en).toBe('Third');
  });

  it('can be moved, brought forward to now, and cancelled, but not past another one and not after the fact', async () => {
    await course.write(first, 'Second', 'x');
    await course.publish({ at: inMinutes(2) });
    await course.write(first, 'Third', 'x');
    await course.publish({ at: inMinutes(4) });
    expect((await move(2, inMinutes(5)).expect(409)).json(Problem)).toMatchObject({
      code: 'conflict',
      fields: [{ path: 'at', message: '3' }],
    });
    expect((await move(3, inMinutes(1)).expect(409)).json(Problem).fields).toEqual([{ path: 'at', message: '2' }]);
    for (const at of [inMinutes(-1), inMinutes(400 * 24 * 60)])
      expect((await move(2, at).expect(400)).json(Problem).code).toBe('invalid');
    const at = inMinutes(3);
    expect((await move(2, at).expect(200)).json(ReleaseCard)).toMatchObject({ at, state: 'planned' });
    expect((await move(2, null).expect(200)).json(ReleaseCard).state).toBe('current');
    expect((await course.lessons())[0]?.title.en).toBe('Second');
    expect((await cancel(3).expect(200)).json(ReleaseCard).state).toBe('cancelled');
    expect((await cancel(3).expect(409)).json(Problem).code).toBe('conflict');
    expect((await cancel(2).expect(409)).json(Problem).code).toBe('conflict');
    expect((await move(2, inMinutes(1)).expect(409)).json(Problem).code).toBe('conflict');
    world.clock.forward(9 * MINUTE);
    expect((await course.lessons())[0]?.title.en).toBe('Second');
    await expect(world.database.query('UPDATE release SET cancelled_at = now() WHERE number = 1')).rejects.toThrow(
      'is immutable',
    );
  });

  it('refuses a time that has passed, and publishing what will be seen by then anyway', async () => {
    await course.write(first, 'Second', 'x');
    const publish = async (at: string) =>
      editor.post(url('/releases'), { draft: (await course.preview()).draft, note: '', at });
    expect((await publish(inMinutes(-1))).json(Problem)).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'at', message: 'passed' }],
    });
    await course.publish({ at: inMinutes(1) });
    expect((await publish(inMinutes(2))).json(Problem).code).toBe('nothing-to-publish');
  });

  it('lets a first release come at a time: until then the course is not there', async () => {
    const fresh = await SmallCourse.begin(editor, world.visitor(), ['One']);
    await fresh.publish({ at: inMinutes(1) });
    await world.visitor().get(`/api/courses/${fresh.slug}`).expect(404);
    const learner = await world.as('learner');
    await learner.post('/api/enrolments', { course: fresh.slug }).expect(404);
    world.clock.forward(MINUTE + 1);
    expect((await fresh.seen()).release.number).toBe(1);
    await learner.post('/api/enrolments', { course: fresh.slug }).expect(200);
  });

  it('awards by what it asks for, within a minute from its time', async () => {
    const two = await course.add('Two');
    await course.publish();
    const learner = await world.guest(course.slug);
    await learner.put(`/api/enrolments/${course.slug}/lessons/one/read`).expect(200);
    await course.remove(two);
    await course.publish({ at: inMinutes(1) });
    const completedAt = async () =>
      (JSON.parse((await learner.get(`/api/enrolments/${course.slug}`).expect(200)).text) as { completedAt: unknown })
        .completedAt;
    await world.app.get(Events).deliver('all due');
    expect(await completedAt()).toBeNull();
    world.clock.forward(MINUTE + 1);
    await world.app.get(Events).deliver('all due');
    expect(await completedAt()).not.toBeNull();
  });
});
