import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type AttemptDetail,
  isBlank,
  markedBy,
  type PracticeAttempt,
  type QuestionContent,
  type Response,
  rulesOf,
  type SavedResponses,
  toNumber,
} from '@haven/assessment/contract';
import { guestClaimed } from '@haven/identity/api';
import { Clock, Events, newId, notFound, type Person, Refusal, topic } from '@haven/shared/api';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { AttemptRow, ResponseRow } from './attempt.entity';
import { answersOf, toAttemptDetail } from './attempt.view';
import { Quizzes } from './quizzes';

/** Someone handed in an attempt, and it was graded. */
export const attemptSubmitted = topic<{ person: string; quiz: string }>('assessment.attempt-submitted');

/** Which quiz, pinned by which release, an attempt is begun at. Whoever calls has made sure that the person may. */
export interface AttemptStart {
  readonly quiz: string;
  readonly version: number;
  readonly release: string;
}

/** Where a person stands at a quiz. */
export interface Standing {
  readonly passed: AttemptRow | null;
  readonly open: AttemptRow | null;
}

/** Attempts and the answers in them: saved one by one, submitted once, graded here and nowhere else. */
@Injectable()
export class Attempts implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, async (manager, { guest, person }) => {
      const moved = await manager.query<[{ quiz: string }[]]>(
        'UPDATE attempt SET person_id = $2 WHERE person_id = $1 RETURNING quiz_id AS quiz',
        [guest, person],
      );
      await this.events.record(
        manager,
        attemptSubmitted,
        moved[0].map(({ quiz }) => ({ person, quiz })),
      );
    });
  }

  /** Begins an attempt, or goes on with the open one: a second tab and a second device meet the same. Owns its transaction. */
  async start(actor: Person, { quiz, version, release }: AttemptStart): Promise<AttemptDetail> {
    const id = await this.database.transaction(async (manager) => {
      // Two devices that start at the same moment wait for each other here.
      await manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.id]);
      const { open } = (await this.standings(manager, actor.id, [quiz]))(quiz);
      if (open) return open.id;
      const attempt = {
        id: newId(),
        personId: actor.id,
        quizId: quiz,
        quizVersion: version,
        questions: (await this.quizzes.face(manager, quiz, version)).questions,
        releaseId: release,
        seed: randomInt(2 ** 31 - 1),
        startedAt: this.clock.now(),
      };
      await manager.insert(AttemptRow, attempt);
      return attempt.id;
    });
    return this.detail(actor, id);
  }

  async detail(actor: Person, id: string): Promise<AttemptDetail> {
    const attempt = await this.own(this.database.manager, actor, id);
    return this.view(this.database.manager, attempt);
  }

  /**
   * Appends answers. Sending one again changes nothing; which one counts is decided by its sequence number, not by when it arrives. After
   * the attempt was submitted only repeats of what is already stored are accepted: a late one is refused, and the device keeps it.
   */
  async save(actor: Person, id: string, responses: readonly Response[]): Promise<SavedResponses> {
    await this.database.transaction(async (manager) =>
      this.append(manager, await this.own(manager, actor, id, 'pessimistic_read'), responses),
    );
    return { saved: responses.map((response) => response.id) };
  }

  /** Hands the attempt in and grades what is stored of it. Handing in again answers the same result. Owns its transaction. */
  async submit(actor: Person, id: string): Promise<AttemptDetail> {
    const news = await this.database.transaction(async (manager) => {
      const attempt = await this.own(manager, actor, id, 'pessimistic_write');
      if (!attempt.isOpen()) return [];
      return this.close(manager, attempt, this.clock.now());
    });
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
    const { rules, questions } = await this.quizzes.pinned(manager, quiz, version);
    if (!rules.practice) throw notFound();
    const now = this.clock.now();
    // A device whose clock runs ahead has not answered in the future.
    const startedAt = earlier(new Date(kept.startedAt), now);
    const begun = {
      ...{ id, personId: actor.id, quizId: quiz, quizVersion: version, releaseId: release },
      ...{ questions: questions.length, seed: kept.seed, startedAt },
    };
    await manager.createQueryBuilder().insert().into(AttemptRow).values(begun).orIgnore().execute();
    const attempt = await this.own(manager, actor, id, 'pessimistic_write');
    if (attempt.quizId !== quiz || attempt.quizVersion !== version) throw notFound();
    await this.append(manager, attempt, kept.responses);
    if (!attempt.isOpen() || !kept.submittedAt) return [];
    const handedIn = earlier(new Date(kept.submittedAt), now);
    return this.close(manager, attempt, handedIn < attempt.startedAt ? attempt.startedAt : handedIn);
  }

  /** How a person stands at each of `quizzes`: the first passed attempt and the open one, where there are any. What progress needs to know. */
  async standings(
    manager: EntityManager,
    person: string,
    quizzes: readonly string[],
  ): Promise<(quiz: string) => Standing> {
    const where = { personId: person, quizId: In([...quizzes]) };
    const passed = await manager.find(AttemptRow, { where: { ...where, passed: true }, order: { submittedAt: 'ASC' } });
    const open = await manager.find(AttemptRow, {
      where: { ...where, submittedAt: IsNull() },
      order: { startedAt: 'ASC' },
    });
    const first = (rows: AttemptRow[], quiz: string) => rows.find((row) => row.quizId === quiz) ?? null;
    return (quiz) => ({ passed: first(passed, quiz), open: first(open, quiz) });
  }

  /** @throws Refusal `not-found` for a stranger's attempt as for one that does not exist. */
  private async own(
    manager: EntityManager,
    actor: Person,
    id: string,
    lock?: 'pessimistic_read' | 'pessimistic_write',
  ): Promise<AttemptRow> {
    const attempt = await manager.findOne(AttemptRow, {
      where: { id, personId: actor.id },
      ...(lock && { lock: { mode: lock } }),
    });
    if (!attempt) throw notFound();
    return attempt;
  }

  private async append(manager: EntityManager, attempt: AttemptRow, responses: readonly Response[]): Promise<void> {
    const known = await this.stored(manager, attempt.id, responses);
    const fresh = responses.filter((response) => !known.has(response.id));
    if (fresh.length === 0) return;
    if (!attempt.isOpen())
      throw new Refusal('attempt-closed', 'This quiz was already handed in. The answer is kept on your device.');
    const { questions } = await this.quizzes.pinned(manager, attempt.quizId, attempt.quizVersion);
    const contents = new Map(questions.map((question) => [question.id, question.content]));
    for (const response of fresh)
      if (!isAnswer(response, contents.get(response.question)))
        throw new Refusal('invalid', 'This answer does not belong to the question.');
    const rows = fresh.map(({ id, question, answer, seq, at }) => {
      return { id, attemptId: attempt.id, questionId: question, answer, seq, answeredAt: new Date(at) };
    });
    await manager.createQueryBuilder().insert().into(ResponseRow).values(rows).orIgnore().execute();
    // An id that another attempt holds already stores nothing, and must not be answered as saved.
    if ((await this.stored(manager, attempt.id, fresh)).size < new Set(fresh.map(({ id }) => id)).size)
      throw new Refusal('conflict', 'This answer could not be saved under its number. Answer the question again.');
  }

  /** Grades what is stored of an open attempt, and answers the news of it. */
  private async close(manager: EntityManager, { id, personId, quizId, quizVersion }: AttemptRow, submittedAt: Date) {
    const paper = await this.quizzes.pinned(manager, quizId, quizVersion);
    const { credit, passed } = markedBy(paper, answersOf(await manager.findBy(ResponseRow, { attemptId: id })));
    await manager.update(AttemptRow, { id }, { submittedAt, credit: toNumber(credit), passed });
    return this.events.record(manager, attemptSubmitted, [{ person: personId, quiz: quizId }]);
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

  private async view(manager: EntityManager, attempt: AttemptRow): Promise<AttemptDetail> {
    const pinned = await this.quizzes.pinned(manager, attempt.quizId, attempt.quizVersion);
    return toAttemptDetail(attempt, pinned, await manager.findBy(ResponseRow, { attemptId: attempt.id }));
  }
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);

/** Whether a response is one that its question can be given. Choosing nothing is an answer too. */
const isAnswer = ({ answer }: Response, content: QuestionContent | undefined) =>
  content !== undefined && (isBlank(answer) || rulesOf(content.kind).accepts(content, answer));
