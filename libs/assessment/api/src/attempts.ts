import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  askedIn,
  type AttemptDetail,
  markedBy,
  type PracticeAttempt,
  type QuizStanding,
  type Response,
  type SavedResponses,
  toNumber,
} from '@haven/assessment/contract';
import { guestClaimed } from '@haven/identity/api';
import { Clock, Events, newId, notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { attemptSubmitted } from './attempt-submitted';
import { AttemptRow, ResponseRow } from './attempt.entity';
import { deadlineFor, earlier, isOver, minutesFor, room } from './attempt-rules';
import { answersOf, toAttemptDetail } from './attempt.view';
import { fixAnswers } from './fix-answers';
import { ExtraTimes } from './extra-times';
import { regrading } from './grading/acts';
import { Marks } from './grading/marks';
import { Quizzes } from './quizzes';
import { Responses } from './responses';

/** Which quiz, pinned by which release, an attempt is begun at. Whoever calls has made sure that the person may. */
export interface AttemptStart {
  readonly quiz: string;
  readonly version: number;
  readonly release: string;
}

/** The attempt that was begun or is gone on with, or why there is none. */
interface Begun {
  readonly id: string;
  readonly news: string[];
  readonly refusal?: Refusal;
}

/** Where a person stands at a quiz. `versions`: those of the quiz that they passed. */
export interface Standing {
  readonly passed: AttemptRow | null;
  readonly versions: readonly number[];
  readonly open: AttemptRow | null;
}

/** Attempts and the answers in them: saved one by one, submitted once, graded here and nowhere else. */
@Injectable()
export class Attempts implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
    private readonly responses: Responses,
    private readonly extraTimes: ExtraTimes,
    private readonly marks: Marks,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, async (manager, { guest, person }) => {
      // In the order in which answers hold their attempts, so that the two do not wait for each other.
      const moved = await manager.query<[{ quiz: string }[]]>(
        `WITH theirs AS MATERIALIZED (SELECT id FROM attempt WHERE person_id = $1 ORDER BY id FOR UPDATE)
         UPDATE attempt a SET person_id = $2 FROM theirs WHERE a.id = theirs.id RETURNING a.quiz_id AS quiz`,
        [guest, person],
      );
      await this.events.record(
        manager,
        attemptSubmitted,
        moved[0].map(({ quiz }) => ({ person, quiz })),
      );
    });
  }

  /**
   * Begins an attempt, or goes on with the open one: a second tab and a second device meet the same. One whose time is up is closed first, by
   * what was answered in time. Owns its transaction.
   * @throws Refusal `attempts-used-up`, or `too-soon` before the cool-down is over.
   */
  async start(actor: Person, { quiz, version, release }: AttemptStart): Promise<AttemptDetail> {
    const { id, news, refusal } = await this.database.transaction<Begun>(async (manager) => {
      // Two devices that start at the same moment wait for each other here.
      await manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.id]);
      const now = this.clock.now();
      const before = await this.made(manager, actor.id, quiz);
      const over = before.find((attempt) => isOver(attempt, now));
      const news = over ? await this.closeOnce(manager, actor, over.id, now) : [];
      const open = before.find((attempt) => attempt.submittedAt === null && attempt !== over);
      if (open) return { id: open.id, news };
      const paper = await this.quizzes.pinned(manager, quiz, version);
      const { left, waitUntil } = room(paper.rules, over ? await this.made(manager, actor.id, quiz) : before, now);
      if (left === 0) return { id: '', news, refusal: new Refusal('attempts-used-up', 'All attempts are used up.') };
      if (waitUntil) return { id: '', news, refusal: new Refusal('too-soon', 'The next attempt can be begun later.') };
      const seed = randomInt(2 ** 31 - 1);
      const attempt = {
        ...{ id: newId(), personId: actor.id, quizId: quiz, quizVersion: version, releaseId: release, seed },
        ...{ questions: askedIn(paper, seed).length, startedAt: now, confirmed: [] },
        deadline: deadlineFor(paper.rules, await this.extraTimes.of(manager, actor.id), now),
      };
      await manager.insert(AttemptRow, attempt);
      return { id: attempt.id, news };
    });
    // What was closed stays closed, also where no other attempt may be begun.
    await this.events.deliver(news);
    if (refusal) throw refusal;
    return this.detail(actor, id);
  }

  /** Where a person stands at a version of a quiz: what they may still do, and what they did. */
  async standing(actor: Person, { quiz, version }: Pick<AttemptStart, 'quiz' | 'version'>): Promise<QuizStanding> {
    const manager = this.database.manager;
    const { rules } = await this.quizzes.pinned(manager, quiz, version);
    const made = await this.made(manager, actor.id, quiz);
    return {
      ...room(rules, made, this.clock.now()),
      minutes: minutesFor(rules, await this.extraTimes.of(manager, actor.id)),
      attempts: made.map(({ id, startedAt, submittedAt, credit, passed }) => ({
        ...{ id, credit, passed, startedAt: startedAt.toISOString() },
        submittedAt: submittedAt?.toISOString() ?? null,
      })),
    };
  }

  async detail(actor: Person, id: string): Promise<AttemptDetail> {
    const attempt = await this.own(this.database.manager, actor, id);
    return this.view(this.database.manager, attempt);
  }

  /**
   * Appends answers. Sending one again changes nothing; which one counts is decided by its sequence number, not by when it arrives. One that
   * was given before the deadline counts, however late it comes, until the attempt is handed in: from then on what is right may have been
   * seen, so what comes is kept, shown as late, and does not count.
   */
  async save(actor: Person, id: string, responses: readonly Response[]): Promise<SavedResponses> {
    await this.responses.save(actor, id, responses);
    return { saved: responses.map((response) => response.id) };
  }

  /** Hands the attempt in and grades what is stored of it. Handing in again answers the same result. Owns its transaction. */
  async submit(actor: Person, id: string): Promise<AttemptDetail> {
    const news = await this.database.transaction((manager) => this.closeOnce(manager, actor, id, this.clock.now()));
    await this.events.deliver(news);
    return this.detail(actor, id);
  }

  /**
   * Takes over an attempt at a practice quiz that a device kept, in the caller's transaction: begins it where it is not here, adds what is
   * missing of its answers, and closes it where it was handed in. The same again changes nothing. Answers the news to deliver.
   * @throws Refusal `not-found` where the quiz is not for practice, or the attempt is somebody else's or at another quiz.
   */
  async takeOver(
    manager: EntityManager,
    actor: Person,
    id: string,
    { quiz, version, release }: AttemptStart,
    kept: PracticeAttempt,
  ): Promise<string[]> {
    const paper = await this.quizzes.pinned(manager, quiz, version);
    if (!paper.rules.practice) throw notFound();
    const now = this.clock.now();
    // A device whose clock runs ahead has not answered in the future.
    const startedAt = earlier(new Date(kept.startedAt), now);
    const begun = {
      ...{ id, personId: actor.id, quizId: quiz, quizVersion: version, releaseId: release },
      ...{ questions: askedIn(paper, kept.seed).length, seed: kept.seed, startedAt, deadline: null, confirmed: [] },
    };
    await manager.createQueryBuilder().insert().into(AttemptRow).values(begun).orIgnore().execute();
    const attempt = await this.own(manager, actor, id, 'pessimistic_write');
    if (attempt.quizId !== quiz || attempt.quizVersion !== version) throw notFound();
    await this.responses.append(manager, attempt, kept.responses);
    if (paper.rules.feedback === 'each') await fixAnswers(manager, attempt, kept.confirmed ?? []);
    if (!attempt.isOpen() || !kept.submittedAt) return [];
    const handedIn = earlier(new Date(kept.submittedAt), now);
    return this.close(manager, attempt, handedIn < attempt.startedAt ? attempt.startedAt : handedIn);
  }

  /** How people stand at each of `quizzes`: the first passed attempt and the open one, where there are any. What progress needs to know. */
  async standings(
    manager: EntityManager,
    people: readonly string[],
    quizzes: readonly string[],
  ): Promise<(person: string, quiz: string) => Standing> {
    const where = { personId: In([...people]), quizId: In([...quizzes]) };
    const passed = await manager.find(AttemptRow, { where: { ...where, passed: true }, order: { submittedAt: 'ASC' } });
    const open = await manager.find(AttemptRow, {
      where: { ...where, submittedAt: IsNull() },
      order: { startedAt: 'ASC' },
    });
    const key = ({ personId, quizId }: AttemptRow) => `${personId} ${quizId}`;
    const [passes, opens] = [Map.groupBy(passed, key), Map.groupBy(open, key)];
    return (person, quiz) => {
      const all = passes.get(`${person} ${quiz}`) ?? [];
      const [open = null] = opens.get(`${person} ${quiz}`) ?? [];
      return { open, passed: all[0] ?? null, versions: all.map((attempt) => attempt.quizVersion) };
    };
  }

  /** Closes an attempt unless that was done meanwhile. No answer comes in between. */
  private async closeOnce(manager: EntityManager, actor: Person, id: string, at: Date): Promise<string[]> {
    const attempt = await this.own(manager, actor, id, 'pessimistic_write');
    return attempt.isOpen() ? this.close(manager, attempt, at) : [];
  }

  /** @throws Refusal `not-found` for a stranger's attempt as for one that does not exist. */
  private async own(
    manager: EntityManager,
    actor: Person,
    id: string,
    lock?: 'pessimistic_write',
  ): Promise<AttemptRow> {
    const attempt = await manager.findOne(AttemptRow, {
      where: { id, personId: actor.id },
      ...(lock && { lock: { mode: lock } }),
    });
    if (!attempt) throw notFound();
    return attempt;
  }

  /** Grades what is stored of an open attempt and counts, and answers the news of it. After its deadline it is handed in by that. */
  private async close(manager: EntityManager, attempt: AttemptRow, at: Date): Promise<string[]> {
    const { id, personId, quizId, quizVersion, seed, deadline } = attempt;
    const paper = await this.quizzes.pinned(manager, quizId, quizVersion);
    const answers = answersOf(await manager.findBy(ResponseRow, { attemptId: id }));
    await this.marks.hold(manager, quizId);
    const again = regrading((await this.marks.at(manager, attempt)).acts, paper.questions);
    const { credit, passed } = markedBy(paper, seed, answers, again);
    const submittedAt = deadline ? earlier(at, deadline) : at;
    await manager.update(AttemptRow, { id }, { submittedAt, credit: toNumber(credit), passed });
    return this.events.record(manager, attemptSubmitted, [{ person: personId, quiz: quizId }]);
  }

  private async made(manager: EntityManager, person: string, quiz: string): Promise<AttemptRow[]> {
    return manager.find(AttemptRow, { where: { personId: person, quizId: quiz }, order: { startedAt: 'ASC' } });
  }

  private async view(manager: EntityManager, attempt: AttemptRow): Promise<AttemptDetail> {
    const pinned = await this.quizzes.pinned(manager, attempt.quizId, attempt.quizVersion);
    const passed = await manager.existsBy(AttemptRow, {
      ...{ personId: attempt.personId, quizId: attempt.quizId },
      passed: true,
    });
    const responses = await manager.findBy(ResponseRow, { attemptId: attempt.id });
    const later = await this.marks.at(manager, attempt);
    return toAttemptDetail(attempt, pinned, responses, { passed, later, now: this.clock.now() });
  }
}
