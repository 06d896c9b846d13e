import { Deletions } from '@haven/catalog/api';
import { CourseCards, DeletedCourse, DeletedCourses, RemovedParts, StudioCourseCards } from '@haven/catalog/contract';
import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

const DAY = 24 * 3_600_000;

describe('deleting a course', () => {
  let world: World;
  let editor: Browser;
  let course: SmallCourse;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await SmallCourse.begin(editor, world.visitor(), ['One', 'Two']);
  });
  afterEach(() => world.close());

  const studio = (rest = '') => `/api/studio/courses/${course.id}${rest}`;
  const deleteIt = async () => (await editor.put(studio('/deletion'), {}).expect(200)).json(DeletedCourse);
  const deleted = async (by = editor) => (await by.get('/api/studio/deleted-courses').expect(200)).json(DeletedCourses);
  const listed = async () =>
    (await editor.get('/api/studio/courses?limit=100').expect(200))
      .json(StudioCourseCards)
      .items.some(({ id }) => id === course.id);
  const offered = async () =>
    (await world.visitor().get('/api/courses?limit=100').expect(200))
      .json(CourseCards)
      .items.some(({ slug }) => slug === course.slug);
  it('takes it from learners and from the studio at once, and brings it back as it was', async () => {
    await course.publish();
    const before = await course.outline();
    expect(await deleteIt()).toMatchObject({ id: course.id, slug: course.slug, goneAt: null });
    expect(await offered()).toBe(false);
    expect(await listed()).toBe(false);
    for (const url of [`/api/courses/${course.slug}`, `/api/courses/${course.slug}/lessons/one`])
      await world.visitor().get(url).expect(404);
    for (const rest of ['', '/preview', '/releases', '/removed', '/package'])
      await editor.get(studio(rest)).expect(404);
    expect((await deleted()).items.map(({ id }) => id)).toEqual([course.id]);

    await editor.delete(studio('/deletion')).expect(200);
    expect(await course.outline()).toEqual(before);
    expect((await course.lessons()).map(({ title }) => title.en)).toEqual(['Two', 'One']);
    expect(await offered()).toBe(true);
    expect((await deleted()).items).toEqual([]);
  });

  it('leaves to learners what they did, and says that it is not offered any more', async () => {
    await course.publish();
    const guest = await world.guest(course.slug);
    const lesson = (await course.lessons())[0]?.slug ?? '';
    await guest.put(`/api/enrolments/${course.slug}/lessons/${lesson}/read`).expect(200);
    await deleteIt();
    await guest.get(`/api/enrolments/${course.slug}`).expect(404);
    const mine = async () => (await guest.get('/api/enrolments').expect(200)).json(Enrolments).items;
    expect(await mine()).toEqual([
      expect.objectContaining({ course: expect.objectContaining({ slug: course.slug }), done: 1, deleted: true }),
    ]);
    await editor.delete(studio('/deletion')).expect(200);
    expect(await mine()).toEqual([expect.objectContaining({ done: 1, deleted: false })]);
    const { lessons } = (await guest.get(`/api/enrolments/${course.slug}`).expect(200)).json(CourseProgress);
    expect(lessons.filter(({ completedAt }) => completedAt)).toHaveLength(1);
  });

  it('keeps its address, and a second deletion changes nothing', async () => {
    const first = await deleteIt();
    world.clock.forward(60_000);
    expect(await deleteIt()).toEqual(first);
    const again = { slug: course.slug, title: { en: 'x' }, summary: { en: '' }, topic: 'cities' };
    expect((await editor.post('/api/studio/courses', again).expect(409)).json(Problem).code).toBe('conflict');
  });

  it('is for the author of a draft, and for who may publish where learners see it or will', async () => {
    const author = await world.as('author');
    const own = await SmallCourse.begin(author, world.visitor(), ['Mine']);
    const url = `/api/studio/courses/${own.id}/deletion`;
    await author.put(studio('/deletion'), {}).expect(404);
    await author.put(url, {}).expect(200);
    expect((await deleted(author)).items.map(({ id }) => id)).toEqual([own.id]);
    await author.delete(url).expect(200);
    await deleteIt();
    expect((await deleted(author)).items).toEqual([]);
    await author.delete(studio('/deletion')).expect(404);

    const { draft } = await own.preview();
    const at = new Date(world.clock.now().getTime() + DAY).toISOString();
    await editor.post(`/api/studio/courses/${own.id}/releases`, { draft, note: '', at }).expect(201);
    await author.put(url, {}).expect(404);
    await editor.put(url, {}).expect(200);
  });

  it('is for good after thirty days where nobody has ever seen it, and only there', async () => {
    const day = await deleteIt();
    expect(Date.parse(day.goneAt ?? '') - Date.parse(day.deletedAt)).toBe(30 * DAY);
    const shown = await SmallCourse.begin(editor, world.visitor(), ['Seen']);
    await shown.publish();
    await editor.put(`/api/studio/courses/${shown.id}/deletion`, {}).expect(200);
    // An editor's session does not last that long.
    const daysLater = async (days: number) => {
      world.clock.forward(days * DAY);
      await world.app.get(Deletions).purge();
      editor = await world.as('editor');
    };
    await daysLater(29.9);
    expect((await deleted()).items).toHaveLength(2);
    await daysLater(0.2);
    expect((await deleted()).items.map(({ id }) => id)).toEqual([shown.id]);
    await editor.delete(studio('/deletion')).expect(404);
    expect(await world.database.query('SELECT 1 FROM item WHERE course_id = $1', [course.id])).toEqual([]);
    await editor.delete(`/api/studio/courses/${shown.id}/deletion`).expect(200);
    const slugs = (await world.visitor().get('/api/courses?limit=100').expect(200)).json(CourseCards).items;
    expect(slugs.map(({ slug }) => slug)).toContain(shown.slug);
  });

  it('lists what was taken out of the outline, each with the version that brings it back', async () => {
    const removed = async () => (await editor.get(studio('/removed')).expect(200)).json(RemovedParts).items;
    const change = async (body: object) => {
      const { version } = await course.outline();
      await editor.post(studio('/outline'), body, { 'if-match': `"${version}"` }).expect(200);
    };
    const [module] = (await course.outline()).modules;
    const [two, one] = module?.lessons ?? [];
    expect(await removed()).toEqual([]);
    await course.remove(one?.id ?? '');
    const [first] = await removed();
    expect(first).toMatchObject({ id: one?.id, kind: 'lesson', title: { en: 'One' } });
    // Its module goes too: what can be brought back now is the module, with what it then held.
    await change({ do: 'remove-module', module: module?.id });
    expect((await removed()).map(({ id, kind }) => [id, kind])).toEqual([[module?.id, 'module']]);
    await change({ do: 'add-module', module: newId(), title: { en: 'Another' }, after: null });
    for (const { id: what, from } of await removed()) await change({ do: 'restore', what, from });
    for (const { id: what, from } of await removed()) await change({ do: 'restore', what, from });
    expect(await removed()).toEqual([]);
    const back = (await course.outline()).modules.find(({ id }) => id === module?.id);
    expect(back?.lessons.map(({ id }) => id)).toEqual([two?.id, one?.id]);
    await course.remove(one?.id ?? '');
    await world.database.query('ALTER TABLE item_version DISABLE TRIGGER frozen');
    await world.database.query(
      `UPDATE item_version SET created_at = created_at - interval '31 days' WHERE item_id = $1`,
      [course.id],
    );
    expect(await removed()).toEqual([]);
  });
});
