import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  QuestionContent,
  type QuestionDraft,
  type QuizCards,
  type QuizDraft,
  QuizRules,
  type QuizSetUp,
} from '@haven/assessment/contract';
import { type Actor, can, newId, notFound, type Person, stale } from '@haven/shared/api';
import { type PageQuery, type Text } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { Pools } from './bank/pools';
import { contentIn, contentsAt } from './question-contents';
import { QuestionRow, QuestionVersionRow } from './question.entity';
import { QuizRow, QuizVersionRow } from './quiz.entity';
import { type Asked, quizVersionOf } from './quiz-version-of';
import { lockedQuiz, type NewQuestion, Questions } from './questions';

/** A quiz as it arrives, with all its questions. */
export interface NewQuiz {
  readonly title: Text;
  readonly rules: QuizRules;
  readonly questions: readonly NewQuestion[];
  readonly authorId: string | null;
}

/** A published version with its keys, each question with the number of its wording. */
export interface Pinned {
  readonly rules: QuizRules;
  readonly questions: readonly Asked[];
}

/** Quizzes and their questions: drafts for authors, pinned versions for learners. */
@Injectable()
export class Quizzes {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly questions: Questions,
    private readonly pools: Pools,
  ) {}

  /** Makes a quiz in the caller's transaction and answers its id, with those of its questions in their order. */
  async add(
    manager: EntityManager,
    { title, rules, questions, authorId }: NewQuiz,
  ): Promise<Pick<QuizRow, 'id' | 'questions'>> {
    const ids: string[] = [];
    for (const question of questions) ids.push(await this.questions.insert(manager, question, authorId));
    const quiz = { id: newId(), title, version: 1, rules, questions: ids, authorId, published: false, learnerId: null };
    await manager.insert(QuizRow, quiz);
    return quiz;
  }

  /** Makes a quiz with the rules and questions that another one has in its draft. */
  async copy(
    manager: EntityManager,
    id: string,
    { title, authorId }: Pick<NewQuiz, 'title' | 'authorId'>,
  ): Promise<string> {
    const quiz = await manager.findOneByOrFail(QuizRow, { id });
    const questions = await this.drafts(manager, quiz);
    return (await this.add(manager, { title, rules: quiz.rules, questions, authorId })).id;
  }

  /** The quizzes whose drafts `actor` may see, newest first. */
  async cards(actor: Actor, { after, limit }: PageQuery): Promise<QuizCards> {
    const query = this.database.manager
      .createQueryBuilder(QuizRow, 'quiz')
      .where('quiz.learnerId IS NULL')
      .orderBy('quiz.id', 'DESC')
      .limit(limit + 1);
    if (actor.role === 'author') query.andWhere('quiz.authorId = :author', { author: actor.id });
    if (after) query.andWhere('quiz.id::text < :after', { after });
    const rows = (await query.getMany()).filter((quiz) => can(actor, 'draft.read', { author: quiz.authorId }));
    const items = rows.slice(0, limit).map(({ id, title, questions }) => ({ id, title, questions: questions.length }));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** The draft of a quiz with its keys, for those who may edit it. */
  async draft(actor: Actor, id: string): Promise<QuizDraft> {
    const quiz = await this.database.manager.findOneBy(QuizRow, { id });
    if (!quiz || !can(actor, 'draft.read', { author: quiz.authorId })) throw notFound();
    return {
      id,
      title: quiz.title,
      version: quiz.version,
      rules: QuizRules.parse(quiz.rules),
      questions: await this.drafts(this.database.manager, quiz),
    };
  }

  /** The questions of a draft as they stand, in their order, for whoever compares or checks it. */
  async drafts(manager: EntityManager, quiz: QuizRow): Promise<QuestionDraft[]> {
    return draftsOf(manager, quiz.questions);
  }

  /** The questions that a draft draws from other quizzes, as they stand. `course`: the quizzes of the course that asks it. */
  async drawn(manager: EntityManager, quiz: QuizRow, course: ReadonlySet<string>): Promise<Asked[]> {
    if (!QuizRules.parse(quiz.rules).draws.some(({ from }) => from === 'bank')) return [];
    const pool = (await this.pools.of(manager, [quiz.id])).get(quiz.id) ?? [];
    const byId = new Map(pool.map((one) => [one.question, one]));
    return (await draftsOf(manager, [...byId.keys()])).map((question) => {
      const { home = '', tags = [] } = byId.get(question.id) ?? {};
      const drawn = course.has(home) ? 'here' : 'elsewhere';
      return { ...question, tags: [...tags], content: contentIn(question.content, drawn), drawn };
    });
  }

  /**
   * Saves the rules of a draft with the tags of its questions. Learners keep meeting what was published. Owns its transaction.
   * @throws Refusal `stale` when the rules are no longer at version `read`.
   */
  async saveRules(actor: Person, id: string, read: number, { rules, tags }: QuizSetUp): Promise<QuizDraft> {
    return this.database.transaction(async (manager) => {
      const quiz = await lockedQuiz(manager, actor, id);
      if (quiz.version !== read) throw stale();
      await manager.update(QuizRow, { id }, { rules, version: read + 1 });
      for (const question of quiz.questions)
        if (tags[question]) await manager.update(QuestionRow, { id: question }, { tags: [...new Set(tags[question])] });
      const saved = { ...quiz, rules };
      return {
        id,
        title: quiz.title,
        version: read + 1,
        rules,
        questions: await this.drafts(manager, saved),
      };
    });
  }

  async byId(manager: EntityManager, id: string): Promise<QuizRow | null> {
    return manager.findOneBy(QuizRow, { id });
  }

  /**
   * Pins exactly the rules and questions that were reviewed and opens them to learners; nothing is read again, because somebody may be
   * writing. Answers the version, which is an older one where nothing changed since.
   */
  async pin(manager: EntityManager, id: string, rules: QuizRules, reviewed: readonly Asked[]): Promise<number> {
    const { known, ...version } = await quizVersionOf(manager, id, rules, reviewed);
    await manager.update(QuizRow, { id }, { published: true });
    if (!known) await manager.insert(QuizVersionRow, version);
    return version.number;
  }

  /** The version that pinning these rules and questions would answer. */
  async numberOf(manager: EntityManager, id: string, rules: QuizRules, reviewed: readonly Asked[]): Promise<number> {
    return (await quizVersionOf(manager, id, rules, reviewed)).number;
  }

  /** The content of a pinned version, by question, in its order. */
  async pinned(manager: EntityManager, id: string, number: number): Promise<Pinned> {
    const version = await manager.findOneByOrFail(QuizVersionRow, { quizId: id, number });
    const contents = await contentsAt(manager, version.questions);
    const questions = version.questions.flatMap(({ question: id, number, tags, drawn }): Asked[] => {
      const content = contents(id, number);
      const about = { id, version: number, tags: [...(tags ?? [])], ready: true, ...(drawn && { drawn }) };
      return content ? [{ ...about, content: contentIn(content, drawn) }] : [];
    });
    return { rules: QuizRules.parse(version.rules), questions };
  }
}

/** The drafts of these questions, in their order. */
async function draftsOf(manager: EntityManager, ids: readonly string[]): Promise<QuestionDraft[]> {
  const versions = await manager
    .createQueryBuilder(QuestionVersionRow, 'v')
    .innerJoinAndSelect('v.question', 'q', 'q.draft = v.number')
    .where('q.id = ANY(:ids)', { ids })
    .getMany();
  const byId = new Map(versions.map((version) => [version.questionId, version]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { tags, ready } = row.question;
    return [{ id, version: row.number, tags, ready, content: QuestionContent.parse(row.content) }];
  });
}
