import { AttemptDetail, QuizAnalysis, QuizCards } from '@haven/assessment/contract';
import { newId } from '@haven/shared/api';
import { optionIds } from '../testing/answers';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

const course = 'sanctuary-in-cities';

describe('how questions did', () => {
  let world: World;
  let editor: Browser;
  beforeAll(async () => {
    world = await openWorld();
    editor = await world.as('editor');
  });
  afterAll(() => world.close());

  /** Somebody new who chooses the option at `at` of each question, and hands in. */
  async function learner(at: number): Promise<AttemptDetail> {
    const guest = await world.guest(course);
    const started = await guest.post(`/api/enrolments/${course}/lessons/check-what-you-know/attempts`).expect(200);
    const attempt = started.json(AttemptDetail);
    const responses = attempt.questions.map((question, second) => ({
      ...{
        id: newId(),
        question: question.id,
        answer: optionIds(question)
          .toSorted()
          .slice(at, at + 1),
        seq: 1,
      },
      ...{ at: new Date(Date.now() - 60_000 + 1000 * second).toISOString(), lang: at ? 'es' : 'en' },
    }));
    await guest.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(200);
    await guest.post(`/api/attempts/${attempt.id}/submission`).expect(200);
    return attempt;
  }
  const analysis = async (who: Browser, quiz: string) =>
    (await who.get(`/api/studio/quizzes/${quiz}/analysis`).expect(200)).json(QuizAnalysis);

  it('is told from ten people on, coarsely, to those who may see the draft, and names nobody', async () => {
    const attempts: AttemptDetail[] = [];
    for (let n = 0; n < 9; n++) attempts.push(await learner(0));
    const quiz = attempts[0]?.quiz.id ?? '';
    const few = await analysis(editor, quiz);
    expect(few.people).toBeNull();
    for (const question of few.questions) {
      expect(question).toMatchObject({
        people: null,
        facility: null,
        discrimination: null,
        seconds: null,
        verdict: null,
      });
      expect(question.options.every(({ count }) => count === null)).toBe(true);
    }
    for (let n = 0; n < 7; n++) attempts.push(await learner(0));
    for (let n = 0; n < 5; n++) attempts.push(await learner(1));
    const answer = await editor.get(`/api/studio/quizzes/${quiz}/analysis`).expect(200);
    const all = answer.json(QuizAnalysis);
    expect(all.people).toBe(20);
    for (const question of all.questions) {
      expect(question).toMatchObject({ people: 20, earlier: false, languages: null });
      expect(question.options.map(({ count }) => count).filter((count) => count !== null)).toEqual([15]);
    }
    // The answers are dated before the beginning, so the time of the first is not known.
    expect(all.questions.map(({ seconds }) => seconds)).toEqual([null, ...Array<number>(7).fill(0)]);
    for (const { id } of attempts) expect(answer.text).not.toContain(id);
    const people = await world.database.query<{ id: string }[]>('SELECT id FROM person');
    for (const { id } of people) expect(answer.text).not.toContain(id);
    const langs = await world.database.query('SELECT DISTINCT lang FROM response ORDER BY lang');
    expect(langs).toEqual([{ lang: 'en' }, { lang: 'es' }]);
    await (await world.as('learner')).get(`/api/studio/quizzes/${quiz}/analysis`).expect(404);
  });

  it('of a quiz that nobody took says so', async () => {
    const { items } = (await editor.get('/api/studio/quizzes').expect(200)).json(QuizCards);
    const untaken = await Promise.all(items.map(({ id }) => analysis(editor, id)));
    expect(untaken.filter(({ people }) => people === null).length).toBeGreaterThan(0);
  });
});
