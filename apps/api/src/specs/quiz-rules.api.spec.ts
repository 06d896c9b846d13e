import { ExtraTimes } from '@haven/assessment/api';
import {
  AttemptDetail,
  OwnExtraTime,
  QuestionContent,
  QuizDraft,
  QuizStanding,
  rulesOf,
  TimeCode,
} from '@haven/assessment/contract';
import { LessonDetail, PublishPreview } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { someone } from '../testing/situation';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const attempts = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;
const MINUTE = 60_000;

describe('the rules of a quiz', () => {
  let world: World;
  let editor: Browser;
  let course: string;
  let quiz: string;
  beforeAll(async () => {
    world = await openWorld();
    editor = (await someone(world, 'editor')).browser;
    const lesson = (await editor.get(`/api/courses/${slug}/lessons/check-what-you-know`).expect(200)).json(
      LessonDetail,
    );
    quiz = lesson.quiz?.id ?? '';
    course =
      (await world.database.query<{ id: string }[]>('SELECT id FROM course WHERE slug = $1', [slug]))[0]?.id ?? '';
  });
  afterAll(() => world.close());

  const draft = async () => (await editor.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
  const save = async (rules: object, tags: Record<string, string[]> = {}) => {
    const { version } = await draft();
    const body = { rules: { passMark: 75, shuffle: true, ...rules }, tags };
    return editor.put(`/api/studio/quizzes/${quiz}/rules`, body, { 'if-match': `"${version}"` }).expect(200);
  };
  /** What learners meet from now on. */
  const publish = async (rules: object, tags: Record<string, string[]> = {}) => {
    // The clock has moved: nobody of the staff is signed in for so long.
    editor = (await someone(world, 'editor')).browser;
    await save(rules, tags);
    const preview = (await editor.get(`/api/studio/courses/${course}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`/api/studio/courses/${course}/releases`, { draft: preview.draft, note: '' });
  };
  const start = async (browser: Browser) => (await browser.post(attempts).expect(200)).json(AttemptDetail);
  const standing = async (browser: Browser) => (await browser.get(attempts).expect(200)).json(QuizStanding);
  const submit = async (browser: Browser, { id }: AttemptDetail) =>
    (await browser.post(`/api/attempts/${id}/submission`).expect(200)).json(AttemptDetail);
  /** Answers with the keys, which are read from the database; `at` is when by the clock of the device. */
  const answer = async (browser: Browser, attempt: AttemptDetail, at: Date, most = 100) => {
    const rows = await world.database.query<{ id: string; content: unknown }[]>(
      'SELECT question_id AS id, content FROM question_version WHERE number = 1',
    );
    const contents = new Map(rows.map(({ id, content }) => [id, QuestionContent.parse(content)]));
    const responses = attempt.questions.slice(0, most).map(({ id }) => {
      const content = contents.get(id);
      const key = (content && rulesOf(content.kind).key(content)) ?? [];
      return { id: newId(), question: id, answer: key, seq: 1, at: at.toISOString() };
    });
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(200);
  };

  it('are saved as one with the tags, on the version that was read, and change nothing for learners before they are published', async () => {
    const before = await draft();
    const [first] = before.questions;
    await save({ attempts: 3 }, { [first?.id ?? '']: ['Doors', 'doors', 'who'] });
    const after = await draft();
    expect(after).toMatchObject({ version: before.version + 1, rules: { attempts: 3, passMark: 75 } });
    expect(after.questions[0]?.tags).toEqual(['doors', 'who']);
    expect(after.questions[1]?.tags).toEqual([]);
    const stale = { rules: after.rules, tags: {} };
    await editor.put(`/api/studio/quizzes/${quiz}/rules`, stale, { 'if-match': `"${before.version}"` }).expect(409);
    expect((await standing(await world.guest())).left).toBeNull();
    await save({}, { [first?.id ?? '']: [] });
  });

  it('refuse what contradicts itself', async () => {
    const { version } = await draft();
    for (const wrong of [
      { practice: true },
      { practice: true, passMark: 0, timeLimit: 5 },
      { practice: true, passMark: 0, feedback: 'never' },
      {
        draws: [
          { tag: 'a', count: 1 },
          { tag: 'A', count: 2 },
        ],
      },
    ]) {
      const body = { rules: { passMark: 75, shuffle: true, ...wrong }, tags: {} };
      await editor.put(`/api/studio/quizzes/${quiz}/rules`, body, { 'if-match': `"${version}"` }).expect(400);
    }
  });

  it('draw so many questions of a tag, the same for the same attempt, others for others', async () => {
    const { questions } = await draft();
    const tags = Object.fromEntries(questions.slice(2).map(({ id }) => [id, ['pool']]));
    await publish({ draws: [{ tag: 'pool', count: 2 }], shuffleQuestions: false }, tags);
    const browser = await world.guest();
    const attempt = await start(browser);
    const ids = attempt.questions.map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(ids.slice(0, 2)).toEqual(questions.slice(0, 2).map(({ id }) => id));
    expect(attempt.quiz).toMatchObject({ questions: 4, needed: 3 });
    expect((await start(browser)).questions.map(({ id }) => id)).toEqual(ids);
    const drawn = new Set<string>();
    for (let n = 0; n < 6; n++)
      for (const { id } of (await start(await world.guest())).questions.slice(2)) drawn.add(id);
    expect(drawn.size).toBeGreaterThan(2);
    const undrawn = questions.find(({ id }) => !ids.includes(id));
    const responses = [{ id: newId(), question: undrawn?.id, answer: [], seq: 1, at: new Date().toISOString() }];
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(400);
    await answer(browser, attempt, new Date());
    expect((await submit(browser, attempt)).result).toMatchObject({ credit: 4, passed: true });
    await publish({}, Object.fromEntries(questions.map(({ id }) => [id, []])));
  });

  it('allow so many attempts, after a while, and say how many and when', async () => {
    await publish({ attempts: 2, coolDown: 30 });
    const browser = await world.guest();
    expect(await standing(browser)).toMatchObject({ left: 2, waitUntil: null, minutes: null, attempts: [] });
    await submit(browser, await start(browser));
    const waiting = await standing(browser);
    expect(waiting).toMatchObject({ left: 1, waitUntil: expect.any(String), attempts: [{ passed: false }] });
    expect((await browser.post(attempts).expect(409)).text).toContain('too-soon');
    world.clock.forward(30 * MINUTE);
    await submit(browser, await start(browser));
    world.clock.forward(30 * MINUTE);
    expect(await standing(browser)).toMatchObject({ left: 0, waitUntil: null });
    expect((await browser.post(attempts).expect(409)).text).toContain('attempts-used-up');
  });

  it('end by the clock of the server; what was answered in time counts, however late it comes, until it is handed in', async () => {
    await publish({ timeLimit: 10 });
    const browser = await world.guest();
    const attempt = await start(browser);
    const [began, end] = [new Date(attempt.startedAt), new Date(attempt.deadline ?? 0)];
    expect(end.getTime() - began.getTime()).toBe(10 * MINUTE);
    world.clock.forward(60 * MINUTE);
    await answer(browser, attempt, new Date(end.getTime() - 1000), 6);
    const late = { question: attempt.questions[7]?.id, answer: [], seq: 2, at: new Date(end.getTime() + 1000) };
    await browser
      .post(`/api/attempts/${attempt.id}/responses`, {
        responses: [{ ...late, id: newId(), at: late.at.toISOString() }],
      })
      .expect(200);
    const done = await submit(browser, attempt);
    expect(done.result).toMatchObject({ credit: 6, passed: true, submittedAt: end.toISOString() });
    expect(done.late).toHaveLength(1);
  });

  it('close what was left lying when the next is begun', async () => {
    const browser = await world.guest();
    const first = await start(browser);
    await answer(browser, first, new Date(new Date(first.startedAt).getTime() + 1));
    world.clock.forward(11 * MINUTE);
    const second = await start(browser);
    expect(second.id).not.toBe(first.id);
    expect((await standing(browser)).attempts).toMatchObject([
      { id: first.id, submittedAt: first.deadline, passed: true, credit: 8 },
      { id: second.id, submittedAt: null },
    ]);
  });

  it('give a person their extra time, in every quiz', async () => {
    const { email } = world.account('learner');
    editor = (await someone(world, 'editor')).browser;
    await editor.put('/api/studio/extra-time', { email, percent: 50 }).expect(200);
    await editor.put('/api/studio/extra-time', { email: 'nobody@haven.example', percent: 50 }).expect(404);
    const learner = await world.as('learner');
    await learner.post('/api/enrolments', { course: slug }).expect(200);
    expect((await standing(learner)).minutes).toBe(15);
    const { startedAt, deadline } = await start(learner);
    expect(new Date(deadline ?? 0).getTime() - new Date(startedAt).getTime()).toBe(15 * MINUTE);
    await editor.put('/api/studio/extra-time', { email, percent: 0 }).expect(200);
    expect((await standing(learner)).minutes).toBe(10);
    await learner.put('/api/studio/extra-time', { email, percent: 100 }).expect(404);
  });

  it('give more time to whoever brings a code: once, for a month, and signing in keeps it', async () => {
    editor = (await someone(world, 'editor')).browser;
    const make = async (percent: number) =>
      (await editor.post('/api/studio/extra-time/codes', { percent }).expect(200)).json(TimeCode).code;
    const use = (browser: Browser, code: string) => browser.post('/api/extra-time', { code });
    const has = async (browser: Browser, code: string) =>
      (await use(browser, code).expect(200)).json(OwnExtraTime).percent;
    const code = await make(50);
    const guest = await world.guest();
    // As somebody types it who heard it said.
    expect(await has(guest, code.toUpperCase().replace('-', ' '))).toBe(50);
    // The answer was lost: it is sent again.
    expect(await has(guest, code)).toBe(50);
    expect((await standing(guest)).minutes).toBe(15);
    const { startedAt, deadline } = await start(guest);
    expect(new Date(deadline ?? 0).getTime() - new Date(startedAt).getTime()).toBe(15 * MINUTE);

    const other = await world.guest();
    await use(other, code).expect(404);
    await use(other, 'aaaa-aaaa').expect(404);
    for (const wrong of ['', 'aaaa', 'aaaa-aaa1']) await use(other, wrong).expect(400);
    // A smaller one takes nothing away.
    expect(await has(guest, await make(20))).toBe(50);

    const { email, password } = world.account('learner', 1);
    await guest.post('/api/session', { email, password }).expect(200);
    expect((await standing(guest)).minutes).toBe(15);
    await guest.post('/api/studio/extra-time/codes', { percent: 300 }).expect(404);
    for (const percent of [0, 301, 1.5]) await editor.post('/api/studio/extra-time/codes', { percent }).expect(400);

    const late = await make(50);
    world.clock.forward(31 * 24 * 60 * MINUTE);
    await use(other, late).expect(404);
    await world.app.get(ExtraTimes).forget();
    expect(await world.database.query('SELECT 1 FROM time_code')).toEqual([]);
  });

  it('show what is right never, or once somebody has passed, in earlier attempts too', async () => {
    await publish({ feedback: 'never' });
    const browser = await world.guest();
    const never = await start(browser);
    await answer(browser, never, new Date());
    expect((await submit(browser, never)).result).toMatchObject({ credit: 8, passed: true, questions: [] });
    await publish({ feedback: 'pass' });
    const other = await world.guest();
    const failed = await start(other);
    expect((await submit(other, failed)).result).toMatchObject({ passed: false, questions: [] });
    const passed = await start(other);
    await answer(other, passed, new Date());
    expect((await submit(other, passed)).result?.questions).toHaveLength(8);
    const again = (await other.get(`/api/attempts/${failed.id}`).expect(200)).json(AttemptDetail);
    expect(again.result?.questions).toHaveLength(8);
  });
});
