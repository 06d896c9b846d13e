import { AttemptDetail } from '@haven/assessment/contract';
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

  it('refuses an answer after handing in, with a reason, and an option of another question', async () => {
    const browser = await world.guest();
    const attempt = (await browser.post(`${lessonUrl('check-what-you-know')}/attempts`).expect(200)).json(
      AttemptDetail,
    );
    const response = {
      id: newId(),
      question: attempt.questions[0]?.id,
      answer: ['no-such'],
      seq: 1,
      at: new Date().toISOString(),
    };
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses: [response] }).expect(400);
    await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200);
    const late = await browser
      .post(`/api/attempts/${attempt.id}/responses`, { responses: [{ ...response, answer: [] }] })
      .expect(409);
    expect(late.text).toContain('attempt-closed');
  });
});
