import {
  AttemptDetail,
  DrawnQuestions,
  GradedAttempt,
  OtherQuizzes,
  QuestionUses,
  QuizAnalysis,
  RegradePreview,
} from '@haven/assessment/contract';
import { CourseTranslation, SectionTranslation } from '@haven/catalog/contract';
import { answerAll } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { Drawing } from '../testing/drawing';
import { openWorld, type World } from '../testing/world';

describe('questions that other quizzes draw', () => {
  let world: World;
  let d: Drawing;
  beforeEach(async () => {
    world = await openWorld();
    d = await Drawing.begin(world);
  });
  afterEach(() => world.close());

  it('draws from the quizzes that all who may read it may read', async () => {
    await d.draw(4);
    const author = await world.as('author');
    expect(await d.pools(author)).toEqual({ law: 4, schools: 4 });
    await world.database.query('UPDATE quiz SET author_id = NULL WHERE id = $1', [d.other]);
    expect(await d.pools(author)).toEqual({});
    expect(await d.pools()).toEqual({});
    expect(await d.codes()).toContain('short-draw');
    // That of an editor, or of nobody: whoever may read it reads all.
    for (const whose of ['NULL', `(SELECT id FROM person WHERE role = 'editor' LIMIT 1)`]) {
      await world.database.query(`UPDATE quiz SET author_id = ${whose} WHERE id = $1`, [d.quiz]);
      expect(await d.pools()).toEqual({ law: 4, schools: 4 });
      await author.get(`/api/studio/quizzes/${d.quiz}/pools`).expect(404);
      await author.get(`/api/studio/quizzes/${d.quiz}/drawn`).expect(404);
    }
  });

  it('is named where a question is used, to those who may read it', async () => {
    const [first = '', ...others] = d.pool;
    const uses = async (id = first, by = d.editor) =>
      (await by.get(`/api/studio/questions/${id}/uses`).expect(200)).json(QuestionUses).uses;
    expect(await uses()).toHaveLength(1);
    await d.draw(2);
    const drawn = { link: `/studio/courses/${d.course}/questions/${d.quiz}`, drawn: true };
    expect(await uses()).toEqual([expect.anything(), expect.objectContaining({ ...drawn, release: null })]);
    await d.publish();
    expect((await uses())[1]).toMatchObject({ ...drawn, release: 2 });
    // No longer drawn, and still what learners meet.
    await d.save(d.other, {}, { [first]: [] });
    expect((await uses())[1]).toMatchObject({ ...drawn, release: 2 });
    await d.publish();
    expect(await uses()).toHaveLength(1);
    expect(await uses(others[0])).toHaveLength(2);
    await world.database.query('UPDATE quiz SET author_id = NULL WHERE id = $1', [d.quiz]);
    expect(await uses(others[0], await world.as('author'))).toHaveLength(1);
  });

  it('is graded anew by itself, and names the other quizzes that asked the same', async () => {
    await d.draw(4);
    await d.publish();
    const wrong =
      (await d.draft(d.other)).questions.find(({ id, content }) => d.pool.includes(id) && content.kind === 'single')
        ?.id ?? '';
    const [browser, elsewhere] = [await d.guest(), await d.guest(d.from)];
    const [attempt, theirs] = [await d.start(browser), await d.start(elsewhere, d.from)];
    for (const [of, one] of [
      [browser, attempt],
      [elsewhere, theirs],
    ] as const)
      await answerAll(world, of, one, (right, all) => (all.length > right.length ? all.slice(-1) : right));
    const creditOf = async (of: Browser, { id }: AttemptDetail) =>
      (await of.get(`/api/attempts/${id}`).expect(200)).json(AttemptDetail).result;
    const [before, before2] = [await d.submit(browser, attempt), await d.submit(elsewhere, theirs)];
    const given = before.responses.find(({ question }) => question === wrong)?.answer;
    await d.reword(wrong, (content) => {
      if (content.kind !== 'single' || !Array.isArray(given)) throw new Error('It has one right answer.');
      const options = content.options.map((option) => ({ ...option, correct: given.includes(option.id) }));
      return { ...content, options };
    });
    const regrade = async (of: string) =>
      (await d.editor.get(`/api/studio/quizzes/${of}/questions/${wrong}/regrade`).expect(200)).json(RegradePreview);
    expect(await regrade(d.quiz)).toMatchObject({ number: 1, unpublished: true });
    await d.publish();
    expect(await regrade(d.quiz)).toMatchObject({ number: 2, unpublished: false, few: true });
    expect(await regrade(d.other)).toMatchObject({ number: 1, unpublished: true });
    const others = async (of: string) =>
      (await d.editor.get(`/api/studio/quizzes/${of}/questions/${wrong}/others`).expect(200)).json(OtherQuizzes)
        .quizzes;
    const path = `/studio/courses/${d.course}/questions/${d.quiz}`;
    expect(await others(d.other)).toEqual([expect.objectContaining({ id: d.quiz, link: path })]);
    expect((await others(d.quiz)).map(({ id }) => id)).toEqual([d.other]);
    await (await world.as('author')).get(`/api/studio/quizzes/${d.quiz}/questions/${wrong}/others`).expect(404);
    const order = { kind: 'key', question: wrong, number: 2, lower: false };
    await d.editor.post(`/api/studio/quizzes/${d.quiz}/gradings`, order).expect(200);
    const now = await creditOf(browser, attempt);
    expect(now?.questions.find(({ question }) => question === wrong)).toMatchObject({
      ...{ credit: 1, regraded: true, evidence: null },
    });
    expect(now?.credit).toBe((before.result?.credit ?? 0) + 1);
    expect(await creditOf(elsewhere, theirs)).toEqual(before2.result);
    const graded = await d.editor.get(`/api/studio/quizzes/${d.quiz}/attempts/${attempt.id}`).expect(200);
    expect(graded.json(GradedAttempt).questions.map(({ question }) => question)).toEqual(
      attempt.questions.map(({ id }) => id),
    );
    const drawn = (await d.editor.get(`/api/studio/quizzes/${d.quiz}/drawn`).expect(200)).json(
      DrawnQuestions,
    ).questions;
    expect(drawn.map(({ id }) => id)).toEqual(d.pool.toSorted());
  });

  it('is analysed with what it drew, and translated without', async () => {
    await d.draw(2);
    await d.publish();
    const { questions } = (await d.editor.get(`/api/studio/quizzes/${d.quiz}/analysis`).expect(200)).json(QuizAnalysis);
    expect(questions.flatMap((one) => (one.drawn ? [one.question] : []))).toEqual(d.pool.toSorted());
    expect(questions).toHaveLength((await d.draft()).questions.length + 4);
    const home = await d.editor.get(`/api/studio/quizzes/${d.other}/analysis`).expect(200);
    expect(home.json(QuizAnalysis).questions.some(({ drawn }) => drawn)).toBe(false);
    const url = `/api/studio/courses/${d.course}/translation`;
    const { sections } = (await d.editor.get(url).expect(200)).json(CourseTranslation);
    const item = sections.find(({ kind }) => kind === 'quiz')?.item ?? '';
    const { parts } = (await d.editor.get(`${url}/${item}`).expect(200)).json(SectionTranslation);
    const keys = JSON.stringify(parts);
    for (const { id } of (await d.draft()).questions) expect(keys).toContain(id);
    for (const id of d.pool) expect(keys).not.toContain(id);
  });
});
