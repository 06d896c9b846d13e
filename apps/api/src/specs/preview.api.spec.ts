import { AttemptDetail, QuizAnalysis, QuizCards, TimeCode } from '@haven/assessment/contract';
import { LessonDetail, StudioCourse } from '@haven/catalog/contract';
import { Previews, ReleaseRow } from '@haven/catalog/api';
import { Session } from '@haven/identity/contract';
import { Impacts } from '@haven/learning/api';
import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { answerAll } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { copyRecording } from '../testing/recording-situations';
import { SmallCourse } from '../testing/small-course';
import { readThrough, tryCourse } from '../testing/tried';
import { Player } from '../testing/watching';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const HOUR = 3_600_000;

describe('a preview', () => {
  let world: World;
  let editor: Browser;
  let id: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    const [course] = await world.database.query<{ id: string }[]>('SELECT id FROM course WHERE slug = $1', [slug]);
    id = course?.id ?? '';
  });
  afterEach(() => world.close());

  const progressOf = async (browser: Browser) =>
    (await browser.get(`/api/enrolments/${slug}`).expect(200)).json(CourseProgress);

  /** The rows of every table. */
  async function rows(): Promise<Record<string, number>> {
    const tables = await world.database.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await world.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
      counts[name] = row?.n ?? 0;
    }
    return counts;
  }

  /** Goes through everything, as a learner does, and answers how far that came. */
  async function goThrough(frame: Browser): Promise<CourseProgress> {
    const { lessons } = (await frame.post('/api/enrolments', { course: slug }).expect(200)).json(CourseProgress);
    for (const { slug: lesson } of lessons) {
      const url = `/api/enrolments/${slug}/lessons/${lesson}`;
      const detail = (await frame.get(`/api/courses/${slug}/lessons/${lesson}`).expect(200)).json(LessonDetail);
      if (detail.recording) {
        await new Player(world, frame, detail.recording).watch([[0, detail.recording.duration]]);
        await frame
          .get(`/api/recordings/${detail.recording.id}/transcripts/en?rev=${detail.recording.rev}`)
          .expect(200);
        await frame.get(`/api/watch/${detail.recording.id}?rev=${detail.recording.rev}`).expect(200);
        const note = { lesson: detail.id, recording: detail.recording.id, rev: detail.recording.rev, at: 1, text: 'x' };
        const hand = newId();
        await frame.put(`/api/notes/${newId()}`, { ...note, hand, edits: { [hand]: 1 } }).expect(200);
      } else if (detail.quiz) {
        const attempt = (await frame.post(`${url}/attempts`).expect(200)).json(AttemptDetail);
        await answerAll(world, frame, attempt, (right) => right);
        await frame.post(`/api/attempts/${attempt.id}/submission`).expect(200);
      } else await frame.put(`${url}/read`).expect(200);
    }
    return progressOf(frame);
  }

  /** Has a lesson of the draft show a recording that nothing published shows, of somebody else's. */
  async function hiddenRecording(): Promise<string> {
    const hidden = newId();
    const lesson = (await editor.get(`/api/courses/${slug}/lessons/webinar`).expect(200)).json(LessonDetail);
    await copyRecording(world.database, lesson.recording?.id ?? '', hidden);
    await world.database.query(
      `WITH next AS (UPDATE item SET draft = draft + 1 WHERE id = $1 RETURNING id, draft)
       INSERT INTO item_version (item_id, number, content, hash, created_at)
       SELECT v.item_id, next.draft, v.content || jsonb_build_object('recording', $2::text), $2, now()
         FROM item_version v JOIN next ON v.item_id = next.id AND v.number = next.draft - 1`,
      [lesson.id, hidden],
    );
    return hidden;
  }

  it('shows of a draft what learners see once it is published, recordings that are new among it', async () => {
    const hidden = await hiddenRecording();
    const { frame } = await tryCourse(editor, id);
    const tried = await readThrough(frame, slug);
    expect(tried.lessons.map(({ recording }) => recording?.id)).toContain(hidden);
    expect(await goThrough(frame)).toMatchObject({ slug, completedAt: expect.any(String) as string });
    const { draft } = JSON.parse((await editor.get(`/api/studio/courses/${id}/preview`)).text) as { draft: string };
    await editor.post(`/api/studio/courses/${id}/releases`, { draft, note: '' }).expect(201);
    expect(await readThrough(world.visitor(), slug)).toEqual(tried);
    // What was begun goes on as it was.
    expect(await progressOf(frame)).toMatchObject({ slug, completedAt: expect.any(String) as string });
  });

  it('shows any release, and the draft as it was when it began', async () => {
    const course = await SmallCourse.begin(editor, world.visitor(), ['One']);
    const [first] = (await course.outline()).modules.flatMap(({ lessons }) => lessons);
    await course.publish();
    await course.write(first?.id ?? '', 'One', 'The second text.');
    await course.publish();
    await course.write(first?.id ?? '', 'One', 'The third text.');
    const draft = await tryCourse(editor, course.id);
    await course.write(first?.id ?? '', 'One', 'The fourth text.');
    const text = async (of: number | null, frame?: Browser) =>
      JSON.stringify(await readThrough(frame ?? (await tryCourse(editor, course.id, of)).frame, course.slug));
    expect(await text(1)).toContain('The first text.');
    expect(await text(2)).toContain('The second text.');
    expect(await text(null)).toContain('The fourth text.');
    expect(await text(null, draft.frame)).toContain('The third text.');
    await editor.post(`/api/studio/courses/${course.id}/previews`, { release: 9 }).expect(404);
  });

  it('is of somebody else than who previews: neither their progress nor their session changes', async () => {
    await editor.post('/api/enrolments', { course: slug }).expect(200);
    const before = (await editor.get('/api/enrolments').expect(200)).text;
    const { id: learner, frame } = await tryCourse(editor, id);
    expect((await frame.get('/api/session').expect(200)).json(Session).person).toEqual({
      ...{ id: learner, role: 'guest', name: null },
    });
    await goThrough(frame);
    expect((await frame.get('/api/enrolments').expect(200)).json(Enrolments).items).toMatchObject([
      { done: 10, total: 10 },
    ]);
    expect((await editor.get('/api/enrolments').expect(200)).text).toBe(before);
    const { email, password } = world.account('learner');
    await frame.post('/api/session', { email, password }).expect(404);
    await frame.delete('/api/session').expect(404);
    await frame.get('/api/studio/courses').expect(404);
    const { code } = (await editor.post('/api/studio/extra-time/codes', { percent: 50 }).expect(200)).json(TimeCode);
    await frame.post('/api/extra-time', { code }).expect(404);
    await editor.post('/api/extra-time', { code }).expect(200);
    expect((await editor.get('/api/session').expect(200)).json(Session).person?.role).toBe('editor');
  });

  it('has one course', async () => {
    const { frame } = await tryCourse(editor, id);
    await frame.get('/api/courses/knowing-your-citys-policies').expect(404);
    await frame.post('/api/enrolments', { course: 'knowing-your-citys-policies' }).expect(404);
    const hidden = newId();
    const lesson = (await editor.get(`/api/courses/${slug}/lessons/webinar`).expect(200)).json(LessonDetail);
    await copyRecording(world.database, lesson.recording?.id ?? '', hidden);
    await frame.get(`/api/recordings/${hidden}/transcripts/en`).expect(404);
    await frame.get(`/api/watch/${hidden}`).expect(404);
    await frame.put(`/api/watch/${hidden}/transcript`).expect(404);
    expect((await new Player(world, frame, { id: hidden, rev: 1 }).claim([[0, 9]])).covered).toEqual([]);
  });

  it('is there for nobody else, and does not turn into whoever asks', async () => {
    const { id: preview } = await tryCourse(editor, id);
    const url = `/api/courses/${slug}`;
    await editor.inPreview(preview).get(url).expect(200);
    const nothing = (await editor.inPreview(newId()).get(url).expect(404)).text;
    const others = [world.visitor(), await world.guest(), await world.as('editor'), await world.as('administrator')];
    for (const other of others) {
      const frame = other.inPreview(preview);
      expect((await frame.get(url).expect(404)).text).toBe(nothing);
      expect((await frame.post('/api/enrolments', { course: slug }).expect(404)).text).toBe(nothing);
      expect((await other.delete(`/api/studio/courses/${id}/previews/${preview}`).expect(404)).text).toBe(nothing);
    }
    for (const name of ['', 'x', `${preview} `, '%00']) await editor.inPreview(name).get(url).expect(404);
    const [foreign] = await world.database.query<{ id: string }[]>(`SELECT id FROM course WHERE slug <> $1`, [slug]);
    await editor.delete(`/api/studio/courses/${foreign?.id}/previews/${preview}`).expect(404);
    await editor.inPreview(preview).get(url).expect(200);
  });

  it('is over after two hours, when who previews signs out, and when the right or the course is gone', async () => {
    const url = `/api/courses/${slug}`;
    const expired = await tryCourse(editor, id);
    for (let quarter = 0; quarter < 8; quarter++) {
      await expired.frame.get(url).expect(200);
      world.clock.forward(HOUR / 4);
    }
    await expired.frame.get(url).expect(404);
    const author = await world.as('author');
    const lost = await tryCourse(author, id);
    await lost.frame.get(url).expect(200);
    const [was] = await world.database.query<{ author: string }[]>(
      'SELECT author_id AS author FROM course WHERE id = $1',
      [id],
    );
    await world.database.query('UPDATE course SET author_id = NULL WHERE id = $1', [id]);
    await lost.frame.get(url).expect(404);
    await world.database.query('UPDATE course SET author_id = $2 WHERE id = $1', [id, was?.author]);
    await lost.frame.get(url).expect(200);
    await world.database.query('UPDATE course SET deleted_at = now() WHERE id = $1', [id]);
    await lost.frame.get(url).expect(404);
    await world.database.query('UPDATE course SET deleted_at = NULL WHERE id = $1', [id]);
    await author.delete('/api/session').expect(200);
    await lost.frame.get(url).expect(404);
    await world.app.get(Previews).purge();
    expect(await world.database.query(`SELECT 1 FROM person WHERE role = 'preview'`)).toEqual([]);
  });

  it('leaves nothing in any table, ended or expired', async () => {
    await hiddenRecording();
    const before = await rows();
    const ended = await tryCourse(editor, id);
    expect((await goThrough(ended.frame)).completedAt).not.toBeNull();
    expect(await rows()).not.toEqual(before);
    await editor.delete(`/api/studio/courses/${id}/previews/${ended.id}`).expect(200);
    expect(await rows()).toEqual(before);
    await ended.frame.get(`/api/courses/${slug}`).expect(404);
    await goThrough((await tryCourse(editor, id)).frame);
    await world.app.get(Previews).purge();
    expect((await rows())['preview']).toBe(1);
    world.clock.forward(2 * HOUR);
    await world.app.get(Previews).purge();
    expect(await rows()).toEqual(before);
  });

  it('is in no count of people, no figure of a question, and no list of quizzes', async () => {
    const quizzes = async () => (await editor.get('/api/studio/quizzes').expect(200)).json(QuizCards);
    const { modules } = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    const quiz = modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.quiz)?.quiz ?? '';
    const figures = async () => {
      const { manager } = world.database;
      const [release] = await manager.query<{ id: string }[]>('SELECT id FROM release WHERE course_id = $1', [id]);
      const row = await manager.findOneByOrFail(ReleaseRow, { id: release?.id ?? '' });
      const coming = { course: id, before: row, number: 2, manifest: row.manifest, renewals: {} };
      return world.app.get(Impacts).figures(manager, coming);
    };
    // Watching takes its time, in which the editor would be signed out.
    const learner = async () => {
      await goThrough(await world.guest());
      await editor.get('/api/session').expect(200);
    };
    for (let n = 0; n < 9; n++) await learner();
    const counted = { figures: await figures(), quizzes: await quizzes() };
    for (let n = 0; n < 3; n++) await goThrough((await tryCourse(editor, id)).frame);
    await (await tryCourse(editor, id)).frame.post('/api/enrolments', { course: slug }).expect(200);
    expect({ figures: await figures(), quizzes: await quizzes() }).toEqual(counted);
    const analysis = async () =>
      (await editor.get(`/api/studio/quizzes/${quiz}/analysis`).expect(200)).json(QuizAnalysis).people;
    expect(await analysis()).toBeNull();
    await learner();
    expect(await analysis()).toBe(10);
  });
});
