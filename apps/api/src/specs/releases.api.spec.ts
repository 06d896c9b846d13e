import { AgainPreview, LessonDetail, PublishPreview, ReleaseComparison } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { renameModule, SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('releases', () => {
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
  const texts = async () => (await course.lessons()).map(({ title, body }) => [title.en, JSON.stringify(body.en)]);

  describe('going back', () => {
    it('shows exactly what the older release showed, under the next number, and leaves the draft alone', async () => {
      const before = { ...(await course.seen()), release: null };
      const lessons = await texts();
      await course.write(first, 'One, rewritten', 'Another text.');
      await course.add('Two');
      await course.publish();
      await course.write(first, 'One, in work', 'A third text.');

      const preview = await course.previewAgain(1);
      expect(preview).toMatchObject({ next: 3, release: { number: 1, state: 'past' }, findings: [] });
      expect(preview.changes.map(({ kind, title }) => [kind, title.en])).toEqual([
        ['changed', 'One'],
        ['removed', 'Two'],
      ]);
      const release = await course.again(1, { note: 'Too early' });
      expect(release).toMatchObject({ number: 3, source: 1, state: 'current', note: 'Too early' });
      const after = await course.seen();
      expect({ ...after, release: null }).toEqual(before);
      expect(after.release).toEqual({ number: 3, publishedAt: release.at });
      expect(await texts()).toEqual(lessons);
      const draft = await course.outline();
      expect(draft.modules[0]?.lessons.map(({ title }) => title.en)).toEqual(['Two', 'One, in work']);
    });

    it('does nothing where learners see that already, and nothing that was not looked at', async () => {
      const { review } = await course.previewAgain(1);
      const again = (body: object) => editor.post(url('/releases/1/again'), { review, note: '', ...body });
      expect((await again({}).expect(409)).json(Problem).code).toBe('nothing-to-publish');
      await course.add('Two');
      await course.publish();
      expect((await again({}).expect(409)).json(Problem).code).toBe('stale');
      await editor.get(url('/releases/9/again')).expect(404);
    });

    it('keeps the file of a recording and the version of a quiz that were pinned', async () => {
      const [demo] = await world.database.query<{ id: string }[]>(
        `SELECT id FROM course WHERE slug = 'sanctuary-in-cities'`,
      );
      const demoUrl = `/api/studio/courses/${demo?.id}`;
      const see = async () =>
        (await world.visitor().get('/api/courses/sanctuary-in-cities/lessons/webinar').expect(200)).json(LessonDetail);
      const before = await see();
      await world.database.query(
        `INSERT INTO timeline SELECT (json_populate_record(t, '{"rev": 2, "published": false}')).* FROM timeline t WHERE recording_id = $1`,
        [before.recording?.id],
      );
      await world.database.query(
        `INSERT INTO caption_track SELECT (json_populate_record(t, '{"rev": 2}')).* FROM caption_track t WHERE recording_id = $1`,
        [before.recording?.id],
      );
      await world.database.query('UPDATE recording SET rev = 2 WHERE id = $1', [before.recording?.id]);
      // Another file alone is something to publish.
      const { draft, changes } = (await editor.get(`${demoUrl}/preview`).expect(200)).json(PublishPreview);
      expect(changes).toEqual([
        expect.objectContaining({ changes: [{ what: 'recording', locale: null, before: '1', after: '2' }] }),
      ]);
      await editor.post(`${demoUrl}/releases`, { draft, note: '' }).expect(201);
      expect((await see()).recording?.rev).toBe(2);
      const { review } = (await editor.get(`${demoUrl}/releases/1/again`).expect(200)).json(AgainPreview);
      await editor.post(`${demoUrl}/releases/1/again`, { review, note: '' }).expect(201);
      expect(await see()).toEqual(before);
    });

    it('refuses what cannot be shown any more', async () => {
      const [demo] = await world.database.query<{ id: string }[]>(
        `SELECT id FROM course WHERE slug = 'sanctuary-in-cities'`,
      );
      const demoUrl = `/api/studio/courses/${demo?.id}`;
      await renameModule(editor, demo?.id ?? '');
      const { draft } = (await editor.get(`${demoUrl}/preview`).expect(200)).json(PublishPreview);
      await editor.post(`${demoUrl}/releases`, { draft, note: '' }).expect(201);
      await world.database.query('UPDATE caption_track SET reviewed_on = NULL');
      const { review, findings } = (await editor.get(`${demoUrl}/releases/1/again`).expect(200)).json(AgainPreview);
      expect(findings.map(({ code }) => code)).toEqual(['no-reviewed-captions']);
      const refused = await editor.post(`${demoUrl}/releases/1/again`, { review, note: '' }).expect(409);
      expect(refused.json(Problem).code).toBe('not-publishable');
    });
  });

  it('compares any two releases, either way', async () => {
    await course.write(first, 'One', 'Another text.');
    await course.publish();
    const two = await course.add('Two');
    await course.publish();
    const compare = async (from: number, to: number) =>
      (await editor.get(url(`/comparison?from=${from}&to=${to}`)).expect(200)).json(ReleaseComparison);
    const { from, to, changes } = await compare(1, 3);
    expect([from.number, to.number]).toEqual([1, 3]);
    expect(changes.map(({ kind, lesson }) => [kind, lesson])).toEqual([
      ['changed', first],
      ['added', two],
    ]);
    expect((await compare(3, 1)).changes.map(({ kind }) => kind)).toEqual(['changed', 'removed']);
    expect((await compare(2, 2)).changes).toEqual([]);
    await editor.get(url('/comparison?from=1&to=4')).expect(404);
    await editor.get(url('/comparison?from=1')).expect(400);
  });
});
