import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type Answer,
  compare,
  facesOf,
  type GradedAttempt,
  type GradingOrder,
  type Gradings as GradingList,
  markedBy,
  type RegradePreview,
  rulesOf,
  toNumber,
} from '@haven/assessment/contract';
import { People } from '@haven/identity/api';
import { Clock, Events, newId, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { type DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { attemptSubmitted } from '../attempt-submitted';
import { AttemptRow, ResponseRow } from '../attempt.entity';
import { answersOf } from '../attempt.view';
import { Papers } from '../papers';
import { contentsAt } from '../question-contents';
import { Quizzes } from '../quizzes';
import { type Act, regrading } from './acts';
import { effectOf, type Look, type Outcome } from './effect';
import { GradingRow } from './grading.entity';
import { Marks } from './marks';

/** So many attempts are read at a time. */
const CHUNK = 500;
/** So many people hear what they have earned while whoever grades waits; the others hear it from the worker. */
const AT_ONCE = 100;

/** An attempt that was handed in, ready to be marked by whatever counts. */
type Mark = (acts: readonly Act[]) => Outcome;

/** The grades of a quiz, graded anew: by a corrected key, by hand, and back again. What somebody has earned meanwhile stays theirs. */
@Injectable()
export class Gradings {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
    private readonly papers: Papers,
    private readonly marks: Marks,
    private readonly people: People,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** What grading a question by the key that was published last would change. */
  async preview(quiz: string, question: string): Promise<RegradePreview> {
    const manager = this.database.manager;
    const { published: number, draft } = await this.marks.versionsOf(manager, quiz, question);
    const content = number && (await contentsAt(manager, [{ question, number }]))(question, number);
    if (!content) return { question, number: null, unpublished: true, few: false, counts: null };
    const acts = await this.marks.acts(manager, await this.rows(manager, quiz));
    const key = { kind: 'key', question, attempt: null, number, content } as const;
    const looks: Look[] = [];
    await this.each(manager, quiz, null, (attempt, mark, versions) => {
      const asked = versions.get(question);
      const [kept, lowered] = [false, true].map((lower) => mark([...acts, { ...key, lower }])) as [Outcome, Outcome];
      looks.push({
        person: attempt.personId,
        asked: asked !== undefined && asked < number,
        ...{ now: mark(acts), kept, lowered },
      });
    });
    return { question, number, unpublished: draft > number, ...effectOf(looks) };
  }

  /** Everything that was done to the grades of a quiz, the newest first. */
  async history(quiz: string): Promise<GradingList> {
    const manager = this.database.manager;
    if (!(await this.quizzes.byId(manager, quiz))) throw notFound();
    const rows = await this.rows(manager, quiz);
    const names = await this.people.namesOf(rows.flatMap(({ byId }) => byId ?? []));
    const undone = new Set(rows.map(({ undoes }) => undoes));
    const items = rows.toReversed().map(({ questionId, attemptId, byId, at, ...row }) => ({
      ...row,
      ...{ question: questionId, attempt: attemptId, undone: undone.has(row.id), at: at.toISOString() },
      by: (byId && names.get(byId)) ?? null,
    }));
    return { items, next: null };
  }

  /** An attempt whose number its learner has told. Of one that is not handed in yet nothing is known. */
  async attempt(quiz: string, id: string): Promise<GradedAttempt> {
    const manager = this.database.manager;
    const attempt = await this.handedIn(manager, quiz, id);
    const paper = await this.papers.of(quiz, attempt.quizVersion);
    const answers = answersOf(await manager.findBy(ResponseRow, { attemptId: id }));
    const { acts } = await this.marks.at(manager, attempt);
    const marked = markedBy(paper, attempt.seed, answers, regrading(acts, paper.questions));
    const results = new Map(marked.questions.map((result) => [result.question, result]));
    const questions = facesOf(paper, attempt.seed).map((face) => ({
      question: face.id,
      prompt: face.prompt,
      given: rulesOf(face.kind).summarise(face, answers.get(face.id) ?? []),
      right: results.get(face.id)?.right ?? [],
      credit: results.get(face.id)?.credit ?? null,
    }));
    return {
      id,
      submittedAt: attempt.submittedAt?.toISOString() ?? '',
      credit: toNumber(marked.credit),
      passed: marked.passed,
      questions,
    };
  }

  /**
   * Does something to the grades of a quiz and answers all that was done. Owns its transaction. Whoever passes by it is told of as if they had
   * handed in now, so that they are awarded what that earns.
   * @throws Refusal `stale` where another key was published meanwhile, `conflict` for what was taken back already.
   */
  async add(actor: Person, quiz: string, order: GradingOrder): Promise<GradingList> {
    const news = await this.database.transaction(async (manager) => {
      if (!(await this.quizzes.byId(manager, quiz))) throw notFound();
      await this.marks.hold(manager, quiz, true);
      const before = await this.rows(manager, quiz);
      const nothing = { number: null, lower: false, attemptId: null, percent: null, reason: null, undoes: null };
      const row = {
        ...{ id: newId(), quizId: quiz, kind: order.kind, byId: actor.id, at: this.clock.now() },
        ...{ ...nothing, ...(await this.changeOf(manager, quiz, before, order)) },
      };
      await manager.insert(GradingRow, row);
      return this.regrade(manager, quiz, row.attemptId, before, await this.rows(manager, quiz));
    });
    await this.events.deliver(news.slice(0, AT_ONCE));
    return this.history(quiz);
  }

  /** What an order writes down, once it is known that it can be followed. */
  private async changeOf(manager: EntityManager, quiz: string, before: readonly GradingRow[], order: GradingOrder) {
    switch (order.kind) {
      case 'key': {
        const { published } = await this.marks.versionsOf(manager, quiz, order.question);
        if (published !== order.number) throw stale();
        return { questionId: order.question, number: order.number, lower: order.lower };
      }
      case 'credit': {
        const { questions } = await this.attempt(quiz, order.attempt);
        const question = questions.find((one) => one.question === order.question);
        if (!question) throw notFound();
        if (question.credit === null) throw new Refusal('invalid', 'This question is not scored.');
        const { percent, reason } = order;
        return { questionId: order.question, attemptId: order.attempt, percent, reason };
      }
      case 'undo': {
        const undone = before.find(({ id, kind }) => id === order.grading && kind !== 'undo');
        if (!undone) throw notFound();
        if (before.some(({ undoes }) => undoes === undone.id))
          throw new Refusal('conflict', 'This was taken back already.');
        return { questionId: undone.questionId, attemptId: undone.attemptId, undoes: undone.id };
      }
    }
  }

  /** Writes what changes between the gradings `before` and `after`, and answers the news of those who pass now. */
  private async regrade(
    manager: EntityManager,
    quiz: string,
    only: string | null,
    before: readonly GradingRow[],
    after: readonly GradingRow[],
  ): Promise<string[]> {
    const [were, are] = [await this.marks.acts(manager, before), await this.marks.acts(manager, after)];
    const changed: { id: string; person: string; outcome: Outcome }[] = [];
    await this.each(manager, quiz, only, ({ id, personId }, mark) => {
      const [was, outcome] = [mark(were), mark(are)];
      if (was.passed !== outcome.passed || compare(was.credit, outcome.credit) !== 0)
        changed.push({ id, person: personId, outcome });
    });
    await manager.query(
      `UPDATE attempt a SET credit = g.credit, passed = g.passed
         FROM unnest($1::uuid[], $2::double precision[], $3::boolean[]) AS g(id, credit, passed) WHERE a.id = g.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ outcome }) => toNumber(outcome.credit)),
        changed.map(({ outcome }) => outcome.passed),
      ],
    );
    const passing = new Set(changed.flatMap(({ person, outcome }) => (outcome.passed ? [person] : [])));
    return this.events.record(
      manager,
      attemptSubmitted,
      [...passing].map((person) => ({ person, quiz })),
    );
  }

  /** Visits every attempt at a quiz that was handed in, or one of them. */
  private async each(
    manager: EntityManager,
    quiz: string,
    only: string | null,
    visit: (attempt: AttemptRow, mark: Mark, versions: ReadonlyMap<string, number>) => void,
  ): Promise<void> {
    const where = { quizId: quiz, submittedAt: Not(IsNull()), ...(only && { id: only }) };
    const attempts = await manager.find(AttemptRow, { where, order: { id: 'ASC' } });
    for (let at = 0; at < attempts.length; at += CHUNK) {
      const some = attempts.slice(at, at + CHUNK);
      const responses = await manager.findBy(ResponseRow, { attemptId: In(some.map(({ id }) => id)) });
      const byAttempt = Map.groupBy(responses, ({ attemptId }) => attemptId);
      for (const attempt of some) {
        const answers = answersOf(byAttempt.get(attempt.id) ?? []);
        await this.visitOne(attempt, answers, visit);
      }
    }
  }

  private async visitOne(
    attempt: AttemptRow,
    answers: ReadonlyMap<string, Answer>,
    visit: (attempt: AttemptRow, mark: Mark, versions: ReadonlyMap<string, number>) => void,
  ): Promise<void> {
    const paper = await this.papers.of(attempt.quizId, attempt.quizVersion);
    const asked = new Set(facesOf(paper, attempt.seed).map(({ id }) => id));
    const versions = new Map(paper.questions.flatMap(({ id, version }) => (asked.has(id) ? [[id, version]] : [])));
    const mark: Mark = (acts) => {
      const own = acts.filter((act) => act.attempt === null || act.attempt === attempt.id);
      return markedBy(paper, attempt.seed, answers, regrading(own, paper.questions));
    };
    visit(attempt, mark, versions);
  }

  private async handedIn(manager: EntityManager, quiz: string, id: string): Promise<AttemptRow> {
    const attempt = await manager.findOneBy(AttemptRow, { id, quizId: quiz, submittedAt: Not(IsNull()) });
    if (!attempt) throw notFound();
    return attempt;
  }

  private rows(manager: EntityManager, quiz: string): Promise<GradingRow[]> {
    return manager.find(GradingRow, { where: { quizId: quiz }, order: { at: 'ASC', id: 'ASC' } });
  }
}
