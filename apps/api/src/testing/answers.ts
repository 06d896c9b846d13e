import { type AttemptDetail, type QuestionFace, SavedResponses } from '@haven/assessment/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from './browser';
import { type World } from './world';

/** The ids of the options of a choice. */
export const optionIds = (question: QuestionFace | undefined): string[] =>
  question && 'options' in question ? question.options.map(({ id }) => id) : [];

/** Answers every question of the quiz with `choose(rightOptions, allOptions)`; the key is read from the database, never from the API. */
export async function answerAll(
  world: World,
  browser: Browser,
  attempt: AttemptDetail,
  choose: (right: string[], all: string[]) => string[],
): Promise<SavedResponses> {
  const keys = await world.database.query<{ id: string; options: { id: string; correct: boolean }[] }[]>(
    `SELECT q.id, v.content->'options' AS options FROM question q JOIN question_version v ON v.question_id = q.id AND v.number = q.draft`,
  );
  const responses = attempt.questions.map((question) => {
    const options = keys.find((key) => key.id === question.id)?.options ?? [];
    const right = options.filter((option) => option.correct).map((option) => option.id);
    const chosen = choose(
      right,
      options.map((option) => option.id),
    );
    return { id: newId(), question: question.id, answer: chosen, seq: 1, at: new Date().toISOString() };
  });
  return (await browser.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(200)).json(SavedResponses);
}
