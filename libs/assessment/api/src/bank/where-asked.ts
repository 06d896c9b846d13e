import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type OtherQuizzes, type QuestionUse } from '@haven/assessment/contract';
import { type Actor, can } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { QuizVersionRow } from '../quiz.entity';
import { Pools } from './pools';
import { type QuizUse, QuizUses } from './quiz-uses';

/** A question and the quiz that it stands in. */
interface Placed {
  readonly id: string;
  readonly quiz: string;
}

/** Whether a version of a quiz, by its number, asks a question. */
type Asks = (quiz: string, number: number, question: string) => boolean;

/** Where questions are asked: in the quiz that they stand in, and in those that draw them from there. */
@Injectable()
export class WhereAsked {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly pools: Pools,
    private readonly uses: QuizUses,
  ) {}

  /** By question. Of quizzes that draw it only those are told whose drafts `actor` may read. */
  async of(actor: Actor, questions: readonly Placed[]): Promise<Map<string, QuestionUse[]>> {
    const manager = this.database.manager;
    const ids = questions.map(({ id }) => id);
    const drawing = await this.drawing(manager, actor, ids);
    const uses = await this.uses.of(manager, [...new Set([...questions.map(({ quiz }) => quiz), ...drawing])]);
    const pools = await this.pools.of(manager, drawing);
    const asks = await this.asks(manager, uses);
    return new Map(
      questions.map(({ id, quiz }) => [
        id,
        [
          ...told(id, quiz, uses, asks),
          ...drawing
            .filter((one) => one !== quiz)
            .flatMap((one) => {
              const inDraft = pools.get(one)?.some(({ question }) => question === id);
              const found = told(id, one, uses, asks).filter(({ release }) => inDraft || release !== null);
              return found.map((use): QuestionUse => ({ ...use, drawn: true }));
            }),
        ],
      ]),
    );
  }

  /** The quizzes but this one of which a published version asks a question, for whoever grades. */
  async others(quiz: string, question: string): Promise<OtherQuizzes> {
    const manager = this.database.manager;
    const found = await manager.query<{ id: string; title: Text }[]>(
      `SELECT z.id, z.title FROM quiz z WHERE z.id <> $1 AND z.learner_id IS NULL AND EXISTS (
         SELECT 1 FROM quiz_version v WHERE v.quiz_id = z.id
            AND v.questions @> jsonb_build_array(jsonb_build_object('question', $2::text))) ORDER BY z.id`,
      [quiz, question],
    );
    const uses = await this.uses.of(
      manager,
      found.map(({ id }) => id),
    );
    return { quizzes: found.map(({ id, title }) => ({ id, title, link: uses.get(id)?.[0]?.link ?? null })) };
  }

  /** The quizzes that draw from others: all drafts that do, and those that were published with one of `questions`. */
  private async drawing(manager: EntityManager, actor: Actor, questions: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string; author: string | null }[]>(
      `SELECT z.id, z.author_id AS author FROM quiz z WHERE z.learner_id IS NULL AND (
          z.rules->'draws' @> '[{"from": "bank"}]' OR EXISTS (
            SELECT 1 FROM quiz_version v CROSS JOIN LATERAL jsonb_array_elements(v.questions) p
             WHERE v.quiz_id = z.id AND p->>'question' = ANY($1) AND jsonb_exists(p, 'drawn'))) ORDER BY z.id`,
      [questions],
    );
    return rows.flatMap(({ id, author }) => (can(actor, 'draft.read', { author }) ? [id] : []));
  }

  /** Of the versions that learners meet. */
  private async asks(manager: EntityManager, uses: ReadonlyMap<string, readonly QuizUse[]>): Promise<Asks> {
    const pins = [...uses].flatMap(([quizId, found]) =>
      found.flatMap(({ release }) => (release ? [{ quizId, number: release.version }] : [])),
    );
    const versions = pins.length > 0 ? await manager.findBy(QuizVersionRow, pins) : [];
    const asked = new Map(
      versions.map(({ quizId, number, questions }) => [
        `${quizId} ${number}`,
        new Set(questions.map((pinned) => pinned.question)),
      ]),
    );
    return (quiz, number, question) => asked.get(`${quiz} ${number}`)?.has(question) ?? false;
  }
}

const told = (
  question: string,
  quiz: string,
  uses: ReadonlyMap<string, readonly QuizUse[]>,
  asks: Asks,
): QuestionUse[] =>
  (uses.get(quiz) ?? []).map(({ release, ...use }) => ({
    ...use,
    release: release && asks(quiz, release.version, question) ? release.number : null,
  }));
