import { AttemptDetail, QuestionContent, QuizDraft, rulesOf } from '@haven/assessment/contract';
import { LessonDetail, PublishPreview } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { optionIds } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { courseBySlug } from '../testing/packages';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const attempts = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;

describe('what is right after each question', () => {
  let world: World;
  let editor: Browser;
  let quiz: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    const lesson = await editor.get(`/api/courses/${slug}/lessons/check-what-you-know`).expect(200);
    quiz = lesson.json(LessonDetail).quiz?.id ?? '';
  });
  afterEach(() => world.close());

  const publish = async (rules: object) => {
    const { version } = (await editor.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
    const body = { rules: { passMark: 75, shuffle: true, ...rules }, tags: {} };
    await editor.put(`/api/studio/quizzes/${quiz}/rules`, body, { 'if-match': `"${version}"` }).expect(200);
    const course = await courseBySlug(editor, slug);
    const { draft } = (await editor.get(`/api/studio/courses/${course}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`/api/studio/courses/${course}/releases`, { draft, note: '' }).expect(201);
  };
  const start = async (by: Browser) => (await by.post(attempts).expect(200)).json(AttemptDetail);
  const answer = (by: Browser, attempt: AttemptDetail, question: string, given: readonly string[], seq: number) =>
    by.post(`/api/attempts/${attempt.id}/responses`, {
      responses: [{ id: newId(), question, answer: given, seq, at: new Date(0).toISOString() }],
    });
  const confirm = (by: Browser, attempt: AttemptDetail, question: string) =>
    by.post(`/api/attempts/${attempt.id}/questions/${question}/confirmation`);
  /** The first question of an attempt with what is right and something that is not, by its key in the database. */
  const firstOf = async ({ questions: [face] }: AttemptDetail) => {
    if (!face) throw new Error('no question');
    const [row] = await world.database.query<{ content: unknown }[]>(
      'SELECT content FROM question_version WHERE question_id = $1 AND number = 1',
      [face.id],
    );
    const content = QuestionContent.parse(row?.content);
    const right = rulesOf(content.kind).key(content) as readonly string[];
    return {
      id: face.id,
      right,
      wrong: optionIds(face)
        .filter((id) => !right.includes(id))
        .slice(0, 1),
    };
  };

  it('is told of one question once its answer is confirmed, which stays as it is', async () => {
    await publish({ feedback: 'each' });
    const guest = await world.guest(slug);
    const attempt = await start(guest);
    expect(attempt).toMatchObject({ quiz: { feedback: 'each' } });
    const { id, right, wrong } = await firstOf(attempt);

    expect((await confirm(guest, attempt, id).expect(400)).json(Problem).code).toBe('invalid');
    await answer(guest, attempt, id, wrong, 1).expect(200);
    const told = (await confirm(guest, attempt, id).expect(200)).json(AttemptDetail);
    expect(told.result).toBeNull();
    expect(told.confirmed).toEqual([expect.objectContaining({ question: id, credit: 0 })]);
    expect(told.confirmed?.[0]?.right.length).toBeGreaterThan(0);

    // A better answer, now that the key is known, or one that another device gave before and sends now: kept, and without effect.
    await answer(guest, attempt, id, right, 7).expect(200);
    const again = (await confirm(guest, attempt, id).expect(200)).json(AttemptDetail);
    expect(again.confirmed).toEqual(told.confirmed);
    expect(again.responses).toEqual([{ question: id, answer: wrong, seq: 1 }]);
    expect(again.late).toEqual([expect.objectContaining({ question: id, answer: right })]);

    const done = (await guest.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(AttemptDetail);
    expect(done.confirmed).toBeUndefined();
    expect(done.result).toMatchObject({ credit: 0, passed: false });
    expect(done.result?.questions).toHaveLength(attempt.questions.length);
    const second = attempt.questions[1]?.id ?? '';
    expect((await confirm(guest, attempt, second).expect(409)).json(Problem).code).toBe('attempt-closed');
  });

  it('is told by no other quiz, of no question that is not asked, and to nobody else', async () => {
    const early = await world.guest(slug);
    const attempt = await start(early);
    const { id, right } = await firstOf(attempt);
    await answer(early, attempt, id, right, 1).expect(200);
    await confirm(early, attempt, id).expect(404);

    await publish({ feedback: 'each' });
    // An attempt goes on by the rules that it began with.
    await confirm(early, attempt, id).expect(404);
    const guest = await world.guest(slug);
    const own = await start(guest);
    await answer(guest, own, id, right, 1).expect(200);
    await confirm(guest, own, newId()).expect(404);
    await confirm(early, own, id).expect(404);
    expect((await confirm(guest, own, id).expect(200)).json(AttemptDetail).confirmed).toMatchObject([{ credit: 1 }]);
  });

  it('is kept of practice that was taken without a line', async () => {
    await publish({ feedback: 'each', practice: true, passMark: 0 });
    const guest = await world.guest(slug);
    const sample = await start(guest);
    const { id, wrong, right } = await firstOf(sample);
    const { release } = (
      await world.database.query<{ release: string }[]>('SELECT release_id AS release FROM attempt WHERE id = $1', [
        sample.id,
      ])
    )[0] ?? { release: '' };
    const response = (given: readonly string[], seq: number) => ({
      ...{ id: newId(), question: id, answer: given, seq, at: new Date(0).toISOString() },
    });
    const mine = newId();
    const kept = { release, seed: 5, startedAt: new Date(0).toISOString(), submittedAt: null };
    const first = { ...kept, responses: [response(wrong, 1)], confirmed: [id] };
    await guest.put(`${attempts}/${mine}`, first).expect(200);
    await guest.put(`${attempts}/${mine}`, { ...first, responses: [response(right, 2)] }).expect(200);
    const told = (await guest.get(`/api/attempts/${mine}`).expect(200)).json(AttemptDetail);
    expect(told.confirmed).toEqual([expect.objectContaining({ question: id, credit: 0 })]);
  });
});
