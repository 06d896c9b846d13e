import { StudioGroup } from '@haven/identity/contract';
import { CourseProgress } from '@haven/learning/contract';
import { SmallCourse } from '../testing/small-course';
import { readThrough, tryCourse } from '../testing/tried';
import { openWorld, type World } from '../testing/world';

describe('a preview of a course that is shut', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it('goes through it all the same, also through lessons that it borrows', async () => {
    const editor = await world.as('editor');
    const home = await SmallCourse.begin(editor, world.visitor(), ['Borrowed']);
    await home.publish();
    const [lent] = (await home.outline()).modules.flatMap(({ lessons }) => lessons);
    const course = await SmallCourse.begin(editor, world.visitor(), ['Own']);
    await course.borrow(lent?.id ?? '', true);
    const { id: some, name } = (await editor.post('/api/studio/groups', { name: 'Some' }).expect(201)).json(
      StudioGroup,
    );
    const past = new Date(world.clock.now().getTime() - 3_600_000).toISOString();
    await course.settle({
      visibility: 'groups',
      groups: [{ id: some, name }],
      closes: past,
      prerequisites: ['sanctuary-in-cities'],
    });
    await course.publish();
    await world.visitor().get(`/api/courses/${course.slug}`).expect(404);
    for (const release of [null, 1]) {
      const { frame } = await tryCourse(editor, course.id, release);
      const tried = await readThrough(frame, course.slug);
      expect(tried.lessons.map(({ title }) => title.en)).toEqual(['Borrowed', 'Own']);
      await frame.post('/api/enrolments', { course: course.slug }).expect(200);
      for (const lesson of ['borrowed', 'own'])
        await frame.put(`/api/enrolments/${course.slug}/lessons/${lesson}/read`).expect(200);
      const { completedAt } = (await frame.get(`/api/enrolments/${course.slug}`).expect(200)).json(CourseProgress);
      expect(completedAt).not.toBeNull();
    }
    // What was tried here was done nowhere else.
    const guest = await world.guest(home.slug);
    expect((await guest.get(`/api/enrolments/${home.slug}`).expect(200)).json(CourseProgress).completedAt).toBeNull();
  });
});
