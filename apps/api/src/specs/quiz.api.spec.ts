import { AttemptDetail, QuestionContent, rulesOf } from '@haven/assessment/contract';
import { newId } from '@haven/shared/api';
import { answerAll, optionIds } from '../testing/answers';
import { openWorld, type World } from '../testing/world';

const lessonUrl = (slug: string) => `/api/enrolments/sanctuary-in-cities/lessons/${slug}`;

describe('a quiz', () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());

  it('grades on the server, tells no key before its time, and goes on with the open attempt', async () => {
    const browser = await world.guest();
    const start = await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200);
    const attempt = start.json(AttemptDetail);
    expect(
      (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(AttemptDetail).id,
    ).toBe(attempt.id);
    for (const text of [start.text, (await browser.get(`/api/attempts/${attempt.id}`).expect(200)).text])
      expect(text).not.toMatch(/"right"|"correct"|"explanation"|"evidence"/);
    await answerAll(world, browser, attempt, (right) => right);
    const result = (await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(
      AttemptDetail,
    ).result;
    expect(result).toMatchObject({ credit: 8, passed: true });
    expect(result?.questions.every((question) => question.explanation.en && question.evidence)).toBe(true);
    const again = (await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(AttemptDetail).result;
    expect(again).toEqual(result);
  });

  it('does not pay for choosing everything', async () => {
    const browser = await world.guest();
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const wrong = (right: string[], all: string[]) => all.filter((id) => !right.includes(id)).slice(0, 1);
    await answerAll(world, browser, attempt, (right, all) => (right.length > 1 ? all : wrong(right, all)));
    const { result } = (await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(AttemptDetail);
    expect(result).toMatchObject({ credit: 0, passed: false });
  });

  it('counts the latest answer by its number, however it arrives, and saves each once', async () => {
    const browser = await world.guest();
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const [question] = attempt.questions;
    const options = optionIds(question);
    const response = (seq: number) => ({
      id: newId(),
      question: question?.id,
      answer: [options[seq]],
      seq,
      at: new Date().toISOString(),
    });
    const [late, early] = [response(1), response(0)];
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses: [late] }).expect(200);
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses: [early, late] }).expect(200);
    const { responses } = (await browser.get(`/api/attempts/${attempt.id}`).expect(200)).json(AttemptDetail);
    expect(responses).toEqual([{ question: question?.id, answer: [options[1]], seq: 1 }]);
  });

  it('keeps an answer that comes after handing in, shows it and does not count it; an option of another question it refuses', async () => {
    const browser = await world.guest();
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const [question] = attempt.questions;
    const response = {
      id: newId(),
      question: question?.id,
      answer: ['no-such'],
      seq: 1,
      at: new Date().toISOString(),
    };
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses: [response] }).expect(400);
    await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200);
    const answer = optionIds(question).slice(0, 1);
    const late = { responses: [{ ...response, answer }] };
    for (const again of [late, late]) await browser.post(`/api/attempts/${attempt.id}/responses`, again).expect(200);
    const detail = (await browser.get(`/api/attempts/${attempt.id}`).expect(200)).json(AttemptDetail);
    expect(detail).toMatchObject({ responses: [], late: [{ question: question?.id, answer }] });
    expect(detail.result).toMatchObject({ credit: 0, passed: false });
  });

  it('asks every type, tells nothing of any key before its time, and pays everything for the keys', async () => {
    const guest = await world.guest('knowing-your-citys-policies');
    const start = await guest.post('/api/enrolments/knowing-your-citys-policies/lessons/practise/attempts').expect(200);
    const attempt = start.json(AttemptDetail);
    expect(attempt.questions.map(({ kind }) => kind)).toEqual(
      QuestionContent.options.map(({ shape }) => shape.kind.value),
    );
    const contents = await contentsOf(attempt.questions.map(({ id }) => id));
    for (const content of contents.values()) {
      expect(start.text).not.toContain(JSON.stringify(content.explanation.en));
      expect(start.text).not.toContain(content.evidence);
    }
    const responses = attempt.questions.map(({ id }) => {
      const content = contents.get(id);
      const answer = (content && rulesOf(content.kind).key(content)) ?? { text: 'A thought' };
      return { id: newId(), question: id, answer, seq: 1, at: new Date().toISOString() };
    });
    await guest.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(200);
    const done = (await guest.post(`/api/attempts/${attempt.id}/submission`).expect(200)).json(AttemptDetail);
    expect(done.quiz).toMatchObject({ questions: 10, scored: 9 });
    expect(done.result?.credit).toBe(9);
    expect(done.result?.questions.map(({ credit }) => credit)).toEqual([...Array<number>(9).fill(1), null]);
  });

  it('refuses an answer of another type', async () => {
    const guest = await world.guest('knowing-your-citys-policies');
    const attempt = (
      await guest.post('/api/enrolments/knowing-your-citys-policies/lessons/practise/attempts').expect(200)
    ).json(AttemptDetail);
    for (const { id, kind } of attempt.questions) {
      const answer = ['numeric', 'short-text', 'blanks', 'matching', 'reflection'].includes(kind)
        ? ['a']
        : { text: 'a' };
      const response = { id: newId(), question: id, answer, seq: 1, at: new Date().toISOString() };
      await guest.post(`/api/attempts/${attempt.id}/responses`, { responses: [response] }).expect(400);
    }
  });

  /** The questions with their keys, read from the database and never from the API. */
  async function contentsOf(ids: readonly string[]): Promise<Map<string, QuestionContent>> {
    const rows = await world.database.query<{ id: string; content: unknown }[]>(
      `SELECT q.id, v.content FROM question q JOIN question_version v ON v.question_id = q.id AND v.number = q.draft
       WHERE q.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, content }) => [id, QuestionContent.parse(content)]));
  }
});
