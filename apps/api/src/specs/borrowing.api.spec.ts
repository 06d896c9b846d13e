import { CourseTranslation, SectionTranslation } from '@haven/catalog/contract';
import { CourseProgress, Notes } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('a lesson of another course', () => {
  let world: World;
  let editor: Browser;
  let home: SmallCourse;
  let course: SmallCourse;
  let lesson: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    home = await SmallCourse.begin(editor, world.visitor(), []);
    lesson = await home.add('One');
    await home.publish();
    course = await SmallCourse.begin(editor, world.visitor(), []);
  });
  afterEach(() => world.close());

  const rows = async () => (await course.outline()).modules.flatMap(({ lessons }) => lessons);
  const titles = async () => (await course.lessons()).map(({ title }) => title.en);

  it('is shown as it was published there, and follows what is published there with the next release', async () => {
    await course.borrow(lesson, true);
    expect(await rows()).toMatchObject([
      { id: lesson, title: { en: 'One' }, home: { course: home.id, follows: true, newer: false } },
    ]);
    await course.publish();
    await home.write(lesson, 'One, later', 'Another text.');
    expect((await course.outline()).status.changes).toBe(0);
    await home.publish();
    expect((await course.outline()).status.changes).toBe(1);
    expect(await titles()).toEqual(['One']);
    await course.publish();
    expect(await titles()).toEqual(['One, later']);
  });

  it('stays where it is to stay, says that there is a newer one, and takes that over', async () => {
    await course.borrow(lesson, false);
    await course.publish();
    await home.write(lesson, 'One, later', 'Another text.');
    await home.publish();
    expect(await rows()).toMatchObject([{ title: { en: 'One' }, home: { follows: false, newer: true } }]);
    expect((await course.outline()).status.changes).toBe(0);
    await course.change({ do: 'borrow', lesson, follow: false });
    expect(await rows()).toMatchObject([{ title: { en: 'One, later' }, home: { follows: false, newer: false } }]);
    await course.change({ do: 'borrow', lesson, follow: true });
    expect(await rows()).toMatchObject([{ home: { follows: true } }]);
  });

  it('is complete in both courses for whoever completed it in one', async () => {
    await course.borrow(lesson, true);
    await course.publish();
    const guest = await world.guest(home.slug);
    await guest.post('/api/enrolments', { course: course.slug }).expect(200);
    await guest.put(`/api/enrolments/${home.slug}/lessons/one/read`).expect(200);
    const { completedAt } = (await guest.get(`/api/enrolments/${course.slug}`).expect(200)).json(CourseProgress);
    expect(completedAt).not.toBeNull();
  });

  it('can be noted in by whoever began only the course that borrows it', async () => {
    await course.borrow(lesson, true);
    await course.publish();
    const guest = await world.guest(course.slug);
    const hand = newId();
    const note = { lesson, recording: newId(), rev: 1, at: 1, text: 'Mine', hand, edits: { [hand]: 1 } };
    await guest.put(`/api/notes/${newId()}`, note).expect(200);
    const { items } = (await guest.get(`/api/lessons/${lesson}/notes`).expect(200)).json(Notes);
    expect(items).toMatchObject([{ text: 'Mine' }]);
    await (await world.guest()).get(`/api/lessons/${lesson}/notes`).expect(404);
  });

  it('cannot be had before it is published, of a deleted course, or of the course itself; twice is once', async () => {
    await course.borrow(await home.add('A draft'), true, 404);
    await course.borrow(newId(), true, 404);
    await home.borrow(lesson, true);
    expect((await home.outline()).modules.flatMap(({ lessons }) => lessons)).toHaveLength(2);
    await home.remove(lesson);
    await home.borrow(lesson, true, 409);
    await course.borrow(lesson, true);
    await course.borrow(lesson, true);
    expect(await rows()).toHaveLength(1);
    await course.change({ do: 'borrow', lesson: newId(), follow: true }, 404);
    await course.remove(lesson);
    await editor.put(`/api/studio/courses/${home.id}/deletion`, {}).expect(200);
    await course.borrow(lesson, true, 404);
  });

  it('stays when its course is deleted, or no longer has it', async () => {
    await course.borrow(lesson, true);
    await course.publish();
    await home.remove(lesson);
    await home.add('Another');
    await home.publish();
    expect((await course.outline()).status.changes).toBe(0);
    await editor.put(`/api/studio/courses/${home.id}/deletion`, {}).expect(200);
    expect(await titles()).toEqual(['One']);
    expect((await course.outline()).status.changes).toBe(0);
  });

  it('is translated where it is at home, and does not hold back the Spanish of who borrows it', async () => {
    await course.borrow(lesson, true);
    const url = `/api/studio/courses/${course.id}/translation`;
    const { sections } = (await editor.get(url).expect(200)).json(CourseTranslation);
    expect(sections.map(({ item }) => item)).toEqual([course.id]);
    await editor.get(`${url}/${lesson}`).expect(404);
    await editor.put(url, { was: 'always', gate: 'translated' }).expect(200);
    const { parts } = (await editor.get(`${url}/${course.id}`).expect(200)).json(SectionTranslation);
    for (const { key, of, words } of parts)
      await editor.put(`${url}/${course.id}`, { key, of, was: words, text: 'En español' }).expect(200);
    expect((await course.preview()).findings.map(({ code }) => code)).not.toContain('translation-not-ready');
    await course.publish();
    expect((await course.seen()).title.es).toBe('En español');
    expect(await titles()).toEqual(['One']);
  });

  it('has an address of its own here, also beside lessons that come later', async () => {
    await course.add('One');
    await course.borrow(lesson, true);
    const slugs = async () => (await rows()).map(({ slug }) => slug);
    expect(await slugs()).toEqual(['one-2', 'one']);
    await course.add('One 2');
    expect(await slugs()).toEqual(['one-2-2', 'one-2', 'one']);
  });

  it('is copied to be changed, comes back after it was taken out, and is not renamed from here', async () => {
    await course.borrow(lesson, false);
    const copy = newId();
    await course.change({ do: 'duplicate-lesson', lesson, copy, title: { en: 'My own' } });
    expect(await rows()).toMatchObject([{ id: lesson }, { id: copy, title: { en: 'My own' } }]);
    await course.write(copy, 'Changed', 'By me.');
    await course.change({ do: 'rename-lesson', lesson, was: { en: 'One' }, title: { en: 'Two' } }, 404);
    const { version } = await course.outline();
    await course.remove(lesson);
    await course.change({ do: 'restore', what: lesson, from: version });
    expect(await rows()).toMatchObject([{ id: lesson, home: { follows: false } }, { id: copy }]);
    await course.publish();
    expect(await titles()).toEqual(['One', 'Changed']);
  });

  it("leaves with the course as the package's own", async () => {
    await course.borrow(lesson, true);
    await course.publish();
    const { text } = await editor.get(`/api/studio/courses/${course.id}/package`).expect(200);
    expect(text).toContain('lessons/one/lesson.json');
    expect(text).not.toContain('borrowed');
  });
});
