import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DrawnQuestions, type QuestionDraft, type QuizDraft, type QuizPools } from '@haven/assessment/contract';
import { type Actor } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { contentsAt } from '../question-contents';
import { Quizzes } from '../quizzes';
import { Pools } from './pools';

/** What a quiz can draw from other quizzes, and what it has drawn. */
@Injectable()
export class Drawings {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
    private readonly pools: Pools,
  ) {}

  /** How many questions there are to draw, by tag. @throws Refusal `not-found` */
  async sizes(actor: Actor, quiz: string): Promise<QuizPools> {
    await this.quizzes.draft(actor, quiz);
    return { pools: await this.pools.sizes(this.database.manager, quiz) };
  }

  /** Those that were published, with what they ask. @throws Refusal `not-found` */
  async list(actor: Actor, quiz: string): Promise<DrawnQuestions> {
    const draft = await this.quizzes.draft(actor, quiz);
    const drawn = await this.published(this.database.manager, draft);
    return { questions: drawn.map(({ id, content }) => ({ id, prompt: content.prompt })) };
  }

  /** The questions of other quizzes that published versions of a quiz have, each as the last of them has it. */
  async published(
    manager: EntityManager,
    { id, questions }: QuizDraft,
  ): Promise<Pick<QuestionDraft, 'id' | 'version' | 'content'>[]> {
    const pins = await manager.query<{ question: string; number: number }[]>(
      `SELECT DISTINCT ON (p->>'question') p->>'question' AS question, (p->>'number')::int AS number
         FROM quiz_version v CROSS JOIN LATERAL jsonb_array_elements(v.questions) p
        WHERE v.quiz_id = $1 AND jsonb_exists(p, 'drawn') AND NOT (p->>'question' = ANY($2))
        ORDER BY p->>'question', v.number DESC`,
      [id, questions.map((own) => own.id)],
    );
    const contents = await contentsAt(manager, pins);
    return pins.flatMap(({ question, number }) => {
      const content = contents(question, number);
      return content ? [{ id: question, version: number, content }] : [];
    });
  }
}
