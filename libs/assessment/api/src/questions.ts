import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isReady, QuestionContent, type QuestionDraft } from '@haven/assessment/contract';
import { can, Clock, contentHash, newId, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { QuestionRow, QuestionVersionRow } from './question.entity';
import { QuizRow } from './quiz.entity';

/** A question as it arrives. */
export type NewQuestion = Pick<QuestionDraft, 'content' | 'tags' | 'ready'>;

/** Questions as their authors write them. Learners keep meeting what was published. */
@Injectable()
export class Questions {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Makes a question in the caller's transaction and answers its id. */
  async insert(
    manager: EntityManager,
    { content, tags, ready }: NewQuestion,
    authorId: string | null,
  ): Promise<string> {
    const id = newId();
    await manager.insert(QuestionRow, { id, draft: 1, tags: [...tags], ready });
    await this.addVersion(manager, id, 1, content, authorId);
    return id;
  }

  /**
   * Saves a new wording as the draft. Owns its transaction.
   * @throws Refusal `stale` when the draft is no longer at version `read`.
   */
  async save(actor: Person, id: string, read: number, content: QuestionContent): Promise<QuestionDraft> {
    return this.database.transaction((manager) => this.reword(manager, actor, id, read, content));
  }

  /** The same in the caller's transaction. */
  async reword(
    manager: EntityManager,
    actor: Person,
    id: string,
    read: number,
    content: QuestionContent,
  ): Promise<QuestionDraft> {
    const { tags, ready } = await this.locked(manager, actor, id, read);
    const number = read + 1;
    await this.addVersion(manager, id, number, content, actor.id);
    await manager.update(QuestionRow, { id }, { draft: number });
    return { id, version: number, tags, ready, content };
  }

  /**
   * Calls a question ready, or a draft again. Owns its transaction.
   * @throws Refusal `stale` when the draft is no longer at version `read`, `invalid` where something is missing that a learner needs.
   */
  async mark(actor: Person, id: string, read: number, ready: boolean): Promise<QuestionDraft> {
    return this.database.transaction(async (manager) => {
      const { tags } = await this.locked(manager, actor, id, read);
      const version = await manager.findOneByOrFail(QuestionVersionRow, { questionId: id, number: read });
      const content = QuestionContent.parse(version.content);
      if (ready && !isReady(content))
        throw new Refusal('invalid', 'This question is not complete. Say where its answer stands first.', [
          { path: 'evidence', message: 'Name the lesson in which the answer stands.' },
        ]);
      await manager.update(QuestionRow, { id }, { ready });
      return { id, version: read, tags, ready, content };
    });
  }

  /** Puts a question at the end of a quiz, as a draft. Owns its transaction. */
  async add(actor: Person, quiz: string, content: QuestionContent): Promise<QuestionDraft> {
    const [id = ''] = await this.addAll(actor, quiz, [content]);
    return { id, version: 1, tags: [], ready: false, content };
  }

  /** Puts questions at the end of a quiz, as drafts, all or none, and answers their ids. Owns its transaction. */
  async addAll(actor: Person, quiz: string, contents: readonly QuestionContent[]): Promise<string[]> {
    return this.database.transaction(async (manager) => {
      const row = await lockedQuiz(manager, actor, quiz);
      const ids: string[] = [];
      for (const content of contents)
        ids.push(await this.insert(manager, { content, tags: [], ready: false }, actor.id));
      await manager.update(QuizRow, { id: quiz }, { questions: [...row.questions, ...ids] });
      return ids;
    });
  }

  /** Puts a copy of a question at the end of its quiz, as a draft with the same tags. Owns its transaction. @throws Refusal `not-found` */
  async copy(actor: Person, id: string): Promise<QuestionDraft> {
    return this.database.transaction(async (manager) => {
      const quiz = await lockedQuiz(manager, actor, (await quizWith(manager, id))?.id);
      const question = await manager.findOneByOrFail(QuestionRow, { id });
      const version = await manager.findOneByOrFail(QuestionVersionRow, { questionId: id, number: question.draft });
      const copy = { content: QuestionContent.parse(version.content), tags: question.tags, ready: false };
      const made = await this.insert(manager, copy, actor.id);
      await manager.update(QuizRow, { id: quiz.id }, { questions: [...quiz.questions, made] });
      return { id: made, version: 1, ...copy };
    });
  }

  /**
   * Takes those of `questions` out of a draft that are still as they came, and answers which. What was published keeps them. Owns its
   * transaction.
   */
  async removeUnwritten(actor: Person, quiz: string, questions: readonly string[]): Promise<string[]> {
    return this.database.transaction(async (manager) => {
      const row = await lockedQuiz(manager, actor, quiz);
      // Whoever is saving one of them is waited for, or finds it gone.
      const still = await manager.find(QuestionRow, {
        where: { id: In(row.questions.filter((id) => questions.includes(id))), draft: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      const removed = row.questions.filter((id) => still.some((question) => question.id === id));
      await manager.update(QuizRow, { id: quiz }, { questions: row.questions.filter((id) => !removed.includes(id)) });
      return removed;
    });
  }

  /** A question at the version that was read, for whoever may change it; others who change it wait. @throws Refusal `not-found`, `stale` */
  private async locked(manager: EntityManager, actor: Person, id: string, read: number): Promise<QuestionRow> {
    const question = await manager.findOne(QuestionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const quiz = await quizWith(manager, id);
    if (!question || !quiz || !can(actor, 'draft.edit', { author: quiz.authorId })) throw notFound();
    if (question.draft !== read) throw stale();
    return question;
  }

  private async addVersion(
    manager: EntityManager,
    questionId: string,
    number: number,
    content: QuestionContent,
    authorId: string | null,
  ) {
    const version = { questionId, number, content, hash: contentHash(content), authorId, createdAt: this.clock.now() };
    await manager.insert(QuestionVersionRow, version);
  }
}

/** The quiz whose draft holds a question. */
export const quizWith = (manager: EntityManager, question: string): Promise<QuizRow | null> =>
  manager.createQueryBuilder(QuizRow, 'quiz').where(':question = ANY(quiz.questions)', { question }).getOne();

/** The draft of a quiz for whoever may change it; others who change it wait. @throws Refusal `not-found` */
export async function lockedQuiz(manager: EntityManager, actor: Person, id: string | undefined): Promise<QuizRow> {
  const quiz = id && (await manager.findOne(QuizRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  if (!quiz || !can(actor, 'draft.edit', { author: quiz.authorId })) throw notFound();
  return quiz;
}
