import {
  AttemptDetail,
  GradedAttempt,
  Gradings,
  QuestionContent,
  QuizDraft,
  RegradePreview,
} from '@haven/assessment/contract';
import { LessonDetail, PublishPreview } from '@haven/catalog/contract';
import { CourseProgress } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { someone } from '../testing/situation';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const lesson = 'check-what-you-know';

/** A learner who handed in. */
interface Done {
  readonly browser: Browser;
  readonly attempt: string;
}

describe('grading anew', () => {
  let world: World;
  let editor: Browser;
  let course: string;
  let quiz: string;
  let keys: Map<string, string[]>;
  /** The question whose key is wrong, and the option that is right in truth. */
  let wrong: string;
  let truth: string;

  beforeAll(async () => {
    world = await openWorld();
    editor = (await someone(world, 'editor')).browser;
    const shown = (await editor.get(`/api/courses/${slug}/lessons/${lesson}`).expect(200)).json(LessonDetail);
    quiz = shown.quiz?.id ?? '';
    const rows = await world.database.query<{ id: string }[]>('SELECT id FROM course WHERE slug = $1', [slug]);
    course = rows[0]?.id ?? '';
    const { questions } = await draft();
    keys = new Map(questions.map(({ id, content }) => [id, rightOf(content)]));
    const single = questions.find(({ content }) => content.kind === 'single');
    wrong = single?.id ?? '';
    const options = single?.content.kind === 'single' ? single.content.options : [];
    truth = options.find(({ correct }) => !correct)?.id ?? '';
  });
  afterAll(() => world.close());

  const draft = async () => (await editor.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
  const rightOf = (content: QuestionContent) =>
    'options' in content
      ? content.options.flatMap((option) => ('correct' in option && option.correct ? [option.id] : []))
      : [];
  const publish = async () => {
    const preview = (await editor.get(`/api/studio/courses/${course}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`/api/studio/courses/${course}/releases`, { draft: preview.draft, note: '' });
  };
  /** Answers the doubtful question with `option` and five others by their keys, and hands in. */
  const take = async (option: string): Promise<Done> => {
    const browser = await world.guest();
    const { id, questions } = (
      await browser.post(`/api/enrolments/${slug}/lessons/${lesson}/attempts`).expect(200)
    ).json(AttemptDetail);
    const others = questions.filter((one) => one.id !== wrong).slice(0, 5);
    const given = [[wrong, [option]] as const, ...others.map((one) => [one.id, keys.get(one.id) ?? []] as const)];
    const at = new Date().toISOString();
    const responses = given.map(([question, answer]) => ({ id: newId(), question, answer, seq: 1, at }));
    await browser.post(`/api/attempts/${id}/responses`, { responses }).expect(200);
    await browser.post(`/api/attempts/${id}/submission`).expect(200);
    return { browser, attempt: id };
  };
  const resultOf = async ({ browser, attempt }: Done) =>
    (await browser.get(`/api/attempts/${attempt}`).expect(200)).json(AttemptDetail).result;
  const lessonOf = async ({ browser }: Done) =>
    (await browser.get(`/api/enrolments/${slug}`).expect(200))
      .json(CourseProgress)
      .lessons.find((one) => one.slug === lesson);
  const previewed = async () =>
    (await editor.get(`/api/studio/quizzes/${quiz}/questions/${wrong}/regrade`).expect(200)).json(RegradePreview);
  const add = async (order: object, status = 200) =>
    editor.post(`/api/studio/quizzes/${quiz}/gradings`, order).expect(status);
  const history = async () => (await editor.get(`/api/studio/quizzes/${quiz}/gradings`).expect(200)).json(Gradings);

  it('by a corrected key: previewed, never lower, awarded, and taken back without taking anybody’s award', async () => {
    const [old = ''] = keys.get(wrong) ?? [];
    const fooled: Done[] = [];
    for (let n = 0; n < 10; n++) fooled.push(await take(truth));
    const byOldKey = [await take(old), await take(old)];
    const [before, lowered] = [fooled[0], byOldKey[0]] as [Done, Done];
    expect(await previewed()).toMatchObject({ number: 1, unpublished: false, few: false, counts: { attempts: 0 } });

    const { questions } = await draft();
    const question = questions.find(({ id }) => id === wrong);
    const content = QuestionContent.parse(question?.content);
    if (content.kind !== 'single') throw new Error('It has one right answer.');
    const corrected = { ...content, options: content.options.map((one) => ({ ...one, correct: one.id === truth })) };
    await editor.put(`/api/studio/questions/${wrong}`, corrected, { 'if-match': `"${question?.version}"` }).expect(200);
    expect(await previewed()).toMatchObject({ number: 1, unpublished: true });
    const open = await world.guest();
    const started = (await open.post(`/api/enrolments/${slug}/lessons/${lesson}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    await publish();
    expect(await previewed()).toEqual({
      ...{ question: wrong, number: 2, unpublished: false, few: false },
      counts: { attempts: 12, up: 10, down: 2, pass: 10, fail: 2 },
    });
    expect((await lessonOf(before))?.completedAt).toBeNull();

    await add({ kind: 'key', question: wrong, number: 1, lower: false }, 409);
    const { items } = (await add({ kind: 'key', question: wrong, number: 2, lower: false })).json(Gradings);
    expect(items).toMatchObject([{ kind: 'key', question: wrong, number: 2, lower: false, undone: false }]);
    for (const one of fooled) expect(await resultOf(one)).toMatchObject({ credit: 6, passed: true });
    for (const one of byOldKey) expect(await resultOf(one)).toMatchObject({ credit: 6, passed: true });
    const shown = (await resultOf(before))?.questions.find((one) => one.question === wrong);
    expect(shown).toMatchObject({ credit: 1, regraded: true });
    const awarded = await lessonOf(before);
    expect(awarded).toMatchObject({ evidence: { kind: 'pass', attempt: before.attempt, credit: 6 } });

    // Who was under way with the old question is graded by the corrected key as well.
    const at = new Date().toISOString();
    const late = { id: newId(), question: wrong, answer: [truth], seq: 1, at };
    await open.post(`/api/attempts/${started.id}/responses`, { responses: [late] }).expect(200);
    const { result } = (await open.post(`/api/attempts/${started.id}/submission`).expect(200)).json(AttemptDetail);
    expect(result).toMatchObject({ credit: 1 });

    const undone = (await add({ kind: 'undo', grading: items[0]?.id })).json(Gradings);
    expect(undone.items).toMatchObject([
      { kind: 'undo', undoes: items[0]?.id },
      { kind: 'key', undone: true },
    ]);
    await add({ kind: 'undo', grading: items[0]?.id }, 409);
    expect(await resultOf(before)).toMatchObject({ credit: 5, passed: false });
    expect(await lessonOf(before)).toEqual(awarded);

    await add({ kind: 'key', question: wrong, number: 2, lower: true });
    expect(await resultOf(before)).toMatchObject({ credit: 6, passed: true });
    expect(await resultOf(lowered)).toMatchObject({ credit: 5, passed: false });
    expect((await lessonOf(lowered))?.completedAt).not.toBeNull();
    expect(await lessonOf(before)).toEqual(awarded);
    expect((await history()).items).toHaveLength(3);
  });

  it('tells no numbers of fewer than ten people', async () => {
    await world.database.query(
      `DELETE FROM person WHERE id IN (SELECT person_id FROM attempt WHERE quiz_id = $1 AND quiz_version = 1 LIMIT 4)`,
      [quiz],
    );
    expect(await previewed()).toEqual({ question: wrong, number: 2, unpublished: false, few: true, counts: null });
  });

  it('by hand: one answer, with a reason that its learner reads, and back again', async () => {
    const done = await take(truth);
    const { questions } = (await editor.get(`/api/studio/quizzes/${quiz}/attempts/${done.attempt}`).expect(200)).json(
      GradedAttempt,
    );
    const missed = questions.find(({ credit }) => credit === 0)?.question ?? '';
    const was = await resultOf(done);
    const order = { kind: 'credit', attempt: done.attempt, question: missed, percent: 50, reason: 'You said it well.' };
    await add({ ...order, question: newId() }, 404);
    await add({ ...order, attempt: newId() }, 404);
    await add({ ...order, reason: ' ' }, 400);
    const [given] = (await add(order)).json(Gradings).items;
    expect(given).toMatchObject({ kind: 'credit', by: expect.any(String), reason: 'You said it well.' });
    expect(await resultOf(done)).toMatchObject({
      credit: (was?.credit ?? 0) + 0.5,
      given: [{ question: missed, percent: 50, reason: 'You said it well.' }],
    });
    await add({ kind: 'undo', grading: given?.id });
    expect(await resultOf(done)).toEqual(was);
  });

  it('shows nothing of an attempt that is not handed in, and of another quiz', async () => {
    const browser = await world.guest();
    const { id } = (await browser.post(`/api/enrolments/${slug}/lessons/${lesson}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const open = await editor.get(`/api/studio/quizzes/${quiz}/attempts/${id}`).expect(404);
    await browser.post(`/api/attempts/${id}/submission`).expect(200);
    const elsewhere = await editor.get(`/api/studio/quizzes/${newId()}/attempts/${id}`).expect(404);
    expect(open.text).toBe(elsewhere.text);
    await editor.get(`/api/studio/quizzes/${quiz}/attempts/${id}`).expect(200);
  });

  it('is for editors and administrators', async () => {
    for (const role of ['guest', 'learner', 'author'] as const) {
      const { browser } = await someone(world, role);
      await browser.get(`/api/studio/quizzes/${quiz}/gradings`).expect(404);
      await browser.post(`/api/studio/quizzes/${quiz}/gradings`, { kind: 'undo', grading: newId() }).expect(404);
    }
  });
});
