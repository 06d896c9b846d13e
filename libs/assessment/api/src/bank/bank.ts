import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type BankQuery, type BankQuestion, type BankQuestions, type QuestionUses } from '@haven/assessment/contract';
import { type Actor, can, notFound } from '@haven/shared/api';
import { type DataSource, type SelectQueryBuilder } from 'typeorm';
import { QuestionRow, QuestionVersionRow } from '../question.entity';
import { QuizRow } from '../quiz.entity';
import { quizWith } from '../questions';
import { WhereAsked } from './where-asked';

/** A question as the list reads it. */
interface Found extends Omit<BankQuestion, 'uses'> {
  readonly quiz: string;
}

/** All questions that somebody may edit, whichever quiz they stand in. */
@Injectable()
export class Bank {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly where: WhereAsked,
  ) {}

  /** The newest first. */
  async list(actor: Actor, query: BankQuery): Promise<BankQuestions> {
    const rows = await this.filtered(actor, query)
      .select(['q.id AS id', 'z.id AS quiz', 'q.tags AS tags', 'q.ready AS ready'])
      .addSelect("v.content->'prompt'", 'prompt')
      .addSelect("v.content->>'kind'", 'kind')
      .orderBy('q.id', 'DESC')
      .limit(query.limit + 1)
      .getRawMany<Found>();
    const page = rows.slice(0, query.limit);
    const uses = await this.where.of(actor, page);
    return {
      items: page.map(({ quiz: _, ...question }) => ({ ...question, uses: uses.get(question.id) ?? [] })),
      next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
      tags: await this.tags(actor),
    };
  }

  /** Where a question is asked. @throws Refusal `not-found` */
  async used(actor: Actor, id: string): Promise<QuestionUses> {
    const quiz = await quizWith(this.database.manager, id);
    if (!quiz || !can(actor, 'draft.read', { author: quiz.authorId })) throw notFound();
    return { uses: (await this.where.of(actor, [{ id, quiz: quiz.id }])).get(id) ?? [] };
  }

  private async tags(actor: Actor): Promise<string[]> {
    const rows = await this.own(actor)
      .select('DISTINCT unnest(q.tags)', 'tag')
      .orderBy('tag')
      .limit(500)
      .getRawMany<{ tag: string }>();
    return rows.map(({ tag }) => tag);
  }

  /** The questions of all drafts that `actor` may read. */
  private own(actor: Actor): SelectQueryBuilder<QuizRow> {
    const query = this.database.manager
      .createQueryBuilder(QuizRow, 'z')
      .innerJoin(QuestionRow, 'q', 'q.id = ANY(z.questions)');
    return actor.role === 'author' ? query.where('z.author_id = :author', { author: actor.id }) : query.where('true');
  }

  private filtered(actor: Actor, { q, tag, state, kind, after }: BankQuery): SelectQueryBuilder<QuizRow> {
    const query = this.own(actor).innerJoin(QuestionVersionRow, 'v', 'v.question_id = q.id AND v.number = q.draft');
    if (after) query.andWhere('q.id::text < :after', { after });
    if (tag) query.andWhere(':tag = ANY(q.tags)', { tag });
    if (state) query.andWhere('q.ready = :ready', { ready: state === 'ready' });
    if (kind) query.andWhere("v.content->>'kind' = :kind", { kind });
    const text = ['prompt', 'explanation'].flatMap((part) =>
      ['en', 'es'].map((lang) => `v.content->'${part}'->>'${lang}'`),
    );
    for (const [at, word] of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8).entries())
      query.andWhere(`concat_ws(' ', ${text.join(', ')}) ILIKE :w${at}`, {
        [`w${at}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      });
    return query;
  }
}
