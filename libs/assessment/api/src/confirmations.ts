import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type AttemptDetail, contentAsked, isBlank } from '@haven/assessment/contract';
import { notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { AttemptRow, ResponseRow } from './attempt.entity';
import { answersOf } from './attempt.view';
import { Attempts } from './attempts';
import { fixAnswers } from './fix-answers';
import { Papers } from './papers';

/** Answers that are fixed one by one, in quizzes that show after each question what is right. */
@Injectable()
export class Confirmations {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly papers: Papers,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Fixes what is saved as the answer to a question, and from then on shows what is right. Confirming again answers the same. Owns its
   * transaction.
   * @throws Refusal `not-found` for a stranger's attempt, where the quiz shows it at another time, and for a question that it does not ask;
   * `attempt-closed` after handing in; `invalid` without an answer.
   */
  async confirm(actor: Person, id: string, question: string): Promise<AttemptDetail> {
    await this.database.transaction((manager) => this.fix(manager, actor, id, question));
    return this.attempts.detail(actor, id);
  }

  private async fix(manager: EntityManager, actor: Person, id: string, question: string): Promise<void> {
    const attempt = await manager.findOne(AttemptRow, {
      where: { id, personId: actor.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!attempt) throw notFound();
    const paper = await this.papers.of(attempt.quizId, attempt.quizVersion);
    if (paper.rules.feedback !== 'each' || !contentAsked(paper, attempt.seed, question)) throw notFound();
    if (attempt.confirmed.includes(question)) return;
    if (!attempt.isOpen()) throw new Refusal('attempt-closed', 'This quiz was already handed in.');
    const responses = await manager.findBy(ResponseRow, { attemptId: id, questionId: question });
    if (isBlank(answersOf(responses).get(question) ?? []))
      throw new Refusal('invalid', 'Answer the question first. Then you see what is right.');
    await fixAnswers(manager, attempt, [question]);
  }
}
