import {
  AttemptDetail,
  facesOf,
  PracticeSheet,
  type PracticeAttempt,
  QuestionContent,
  rulesOf,
} from '@haven/assessment/contract';
import { LessonDetail } from '@haven/catalog/contract';
import { CourseProgress } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

const course = 'knowing-your-citys-policies';
const lesson = `/api/courses/${course}/lessons`;
const own = `/api/enrolments/${course}/lessons`;

describe('practice without a line', () => {
  let world: World;
  let sheet: PracticeSheet;
  beforeAll(async () => {
    world = await openWorld();
    sheet = (await world.visitor().get(`${lesson}/practise/practice`).expect(200)).json(PracticeSheet);
  });
  afterAll(() => world.close());

  /** As a device keeps it: every question with its key, times by `Date`, which the clock of the application has not left. */
  const kept = (change: Partial<PracticeAttempt> = {}): PracticeAttempt => {
    const at = new Date().toISOString();
    const responses = sheet.questions.map(({ id, content }) => {
      const answer = rulesOf(content.kind).key(content) ?? { text: 'A thought' };
      return { id: newId(), question: id, answer, seq: 1, at };
    });
    return { release: sheet.release, seed: 7, startedAt: at, responses, submittedAt: at, ...change };
  };
  const put = (browser: Browser, id: string, body: unknown) => browser.put(`${own}/practise/attempts/${id}`, body);
  const stored = async (id: string) =>
    (
      await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM response WHERE attempt_id = $1', [id])
    )[0]?.n;

  it('gives the questions with their keys, and a graded quiz never', async () => {
    expect(sheet.rules).toMatchObject({ practice: true, passMark: 0 });
    expect(sheet.questions.map(({ content }) => content.kind)).toEqual(
      QuestionContent.options.map(({ shape }) => shape.kind.value),
    );
    for (const role of ['author', 'editor', 'administrator'] as const)
      await (await world.as(role)).get(`${lesson}/check-what-you-know/practice`).expect(404);
    const nothing = await world.visitor().get(`${lesson}/check-what-you-know/practice`).expect(404);
    expect(nothing.text).toBe((await world.visitor().get(`${lesson}/find-the-text/practice`).expect(404)).text);
  });

  it('shows on a device what the server shows of the same attempt', async () => {
    const browser = await world.guest(course);
    const id = newId();
    await put(browser, id, kept({ submittedAt: null })).expect(200);
    const { questions } = (await browser.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail);
    expect(questions).toEqual(facesOf(sheet, 7));
  });

  it('is saved once, however often it is sent, and completes the lesson', async () => {
    const browser = await world.guest(course);
    const [id, attempt] = [newId(), kept()];
    const first = (await put(browser, id, attempt).expect(200)).json(CourseProgress);
    const again = (await put(browser, id, attempt).expect(200)).json(CourseProgress);
    expect(first.lessons.find(({ slug }) => slug === 'practise')).toMatchObject({
      evidence: { kind: 'pass', attempt: id, credit: 9 },
      missing: null,
    });
    expect(again).toEqual(first);
    expect(await stored(id)).toBe(10);
    const { result, startedAt } = (await browser.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail);
    expect(result).toMatchObject({ credit: 9, passed: true, submittedAt: attempt.submittedAt });
    expect(startedAt).toBe(attempt.startedAt);
  });

  it('takes what was answered first, and the rest with the handing in', async () => {
    const browser = await world.guest(course);
    const [id, whole] = [newId(), kept()];
    await put(browser, id, { ...whole, responses: whole.responses.slice(0, 3), submittedAt: null }).expect(200);
    expect(await stored(id)).toBe(3);
    await put(browser, id, whole).expect(200);
    expect(await stored(id)).toBe(10);
  });

  it('keeps what a second device answered after it was handed in, and does not count it', async () => {
    const browser = await world.guest(course);
    const [id, empty] = [newId(), kept({ responses: [] })];
    await put(browser, id, empty).expect(200);
    await put(browser, id, kept()).expect(200);
    const detail = (await browser.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail);
    expect(detail).toMatchObject({ responses: [], result: { credit: 0 } });
    expect(detail.late).toHaveLength(10);
  });

  it('begins the course where that had no line either, and needs somebody who it belongs to', async () => {
    const browser = world.visitor();
    await put(browser, newId(), kept()).expect(401);
    await browser.post('/api/enrolments', { course: 'sanctuary-in-cities' }).expect(200);
    const progress = (await put(browser, newId(), kept()).expect(200)).json(CourseProgress);
    expect(progress.slug).toBe(course);
  });

  it('believes no device that is ahead of its time', async () => {
    const browser = await world.guest(course);
    const [id, ahead] = [newId(), new Date(Date.now() + 86_400_000).toISOString()];
    await put(browser, id, kept({ startedAt: ahead, submittedAt: ahead })).expect(200);
    const { startedAt, result } = (await browser.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail);
    for (const at of [startedAt, result?.submittedAt ?? ahead])
      expect(new Date(at).getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('takes no attempt of somebody else, at a graded quiz, or of another release', async () => {
    const [one, other] = [await world.guest(course), await world.guest(course)];
    const id = newId();
    await put(one, id, kept({ submittedAt: null })).expect(200);
    const stranger = await put(other, id, kept()).expect(404);
    const graded = await other.put(`${own}/check-what-you-know/attempts/${newId()}`, kept()).expect(404);
    const unknown = await put(other, newId(), kept({ release: newId() })).expect(404);
    expect(new Set([stranger.text, graded.text, unknown.text]).size).toBe(1);
    expect((await one.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail).result).toBeNull();
  });

  it('refuses what no question can be answered with', async () => {
    const browser = await world.guest(course);
    const [first] = kept().responses;
    await put(browser, newId(), kept({ responses: [{ ...first, answer: ['no-such'] }] as never })).expect(400);
  });

  it('is not given where a graded quiz that is published asks one of its questions', async () => {
    const query = (sql: string, values?: unknown[]) => world.database.query<unknown[]>(sql, values);
    const one = (await world.visitor().get(`${lesson}/practise`).expect(200)).json(LessonDetail);
    expect(one.quiz?.practice).toBe(true);
    await query(
      `INSERT INTO quiz_version (quiz_id, number, rules, questions, hash)
       SELECT quiz_id, 99, '{"passMark": 75, "shuffle": true}', questions, 'graded' FROM quiz_version WHERE quiz_id = $1 AND number = $2`,
      [sheet.quiz, sheet.version],
    );
    await query('ALTER TABLE release DISABLE TRIGGER USER');
    await query(
      `UPDATE release SET manifest = jsonb_set(manifest, '{lessons,0,quiz}', jsonb_build_object('id', $1::text, 'version', 99))
        WHERE detail->>'slug' = 'schools-as-safe-places'`,
      [sheet.quiz],
    );
    await world.visitor().get(`${lesson}/practise/practice`).expect(404);
    const after = (await world.visitor().get(`${lesson}/practise`).expect(200)).json(LessonDetail);
    expect(after.quiz?.practice).toBeUndefined();
  });
});
