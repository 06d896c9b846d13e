import { Injectable } from '@nestjs/common';
import { askedIn, isBlank, type QuestionContent, type Response, rulesOf } from '@haven/assessment/contract';
import { Clock, Refusal } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { earlier } from './attempt-rules';
import { type AttemptRow, ResponseRow } from './attempt.entity';
import { Quizzes } from './quizzes';

/** The answers in attempts: each is stored once, never changed, and none is thrown away. */
@Injectable()
export class Responses {
  constructor(
    private readonly quizzes: Quizzes,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends those that are not here yet, in the caller's transaction. One that comes after handing in, or was given after the deadline, is
   * kept as late. @throws Refusal `invalid` for an answer that its question cannot be given, `conflict` for an id that is taken elsewhere.
   */
  async append(manager: EntityManager, attempt: AttemptRow, responses: readonly Response[]): Promise<void> {
    const known = await this.stored(manager, attempt.id, responses);
    const fresh = responses.filter((response) => !known.has(response.id));
    if (fresh.length === 0) return;
    const paper = await this.quizzes.pinned(manager, attempt.quizId, attempt.quizVersion);
    const contents = new Map(askedIn(paper, attempt.seed).map((question) => [question.id, question.content]));
    for (const response of fresh)
      if (!isAnswer(response, contents.get(response.question)))
        throw new Refusal('invalid', 'This answer does not belong to the question.');
    const now = this.clock.now();
    const rows = fresh.map(({ id, question, answer, seq, at, lang = null }) => {
      const answeredAt = earlier(new Date(at), now);
      const late = !attempt.isOpen() || (attempt.deadline !== null && answeredAt > attempt.deadline);
      return { id, attemptId: attempt.id, questionId: question, answer, seq, answeredAt, lang, late };
    });
    await manager.createQueryBuilder().insert().into(ResponseRow).values(rows).orIgnore().execute();
    // An id that another attempt holds already stores nothing, and must not be answered as saved.
    if ((await this.stored(manager, attempt.id, fresh)).size < new Set(fresh.map(({ id }) => id)).size)
      throw new Refusal('conflict', 'This answer could not be saved under its number. Answer the question again.');
  }

  private async stored(
    manager: EntityManager,
    attemptId: string,
    responses: readonly Response[],
  ): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM response WHERE attempt_id = $1 AND id = ANY($2)',
      [attemptId, responses.map((response) => response.id)],
    );
    return new Set(rows.map((row) => row.id));
  }
}

/** Whether a response is one that its question can be given. Choosing nothing is an answer too. */
const isAnswer = ({ answer }: Response, content: QuestionContent | undefined) =>
  content !== undefined && (isBlank(answer) || rulesOf(content.kind).accepts(content, answer));
