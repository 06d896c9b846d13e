import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { contentAsked, isBlank, type Paper, type Response, rulesOf } from '@haven/assessment/contract';
import { Batcher, Clock, notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { earlier } from './attempt-rules';
import { type AttemptRow } from './attempt.entity';
import { Papers } from './papers';

/** Answers that somebody gives in one attempt, on their way to the database. */
interface Given {
  readonly person: string;
  readonly attempt: string;
  readonly responses: readonly Response[];
}

/** What became of them: `taken` where an id belongs to another attempt, `unknown` where the attempt is not this person's. */
type Stored = 'saved' | 'taken' | 'unknown';

/** What says which answers an attempt can be given. Only whose it is may change, when a guest signs in. */
type Begun = Pick<AttemptRow, 'id' | 'personId' | 'quizId' | 'quizVersion' | 'seed'>;

/** How many attempts stay in memory: about as many as are answered in an hour. */
const MOST = 20_000;

/**
 * The answers in attempts: each is stored once, never changed, and none is thrown away. They come one by one and many at once, so what
 * arrives while the database is busy goes in one statement, and is answered after its commit (decision 0044).
 */
@Injectable()
export class Responses {
  private readonly reads = new Batcher<string, Begun | null>((ids) => this.find(ids), { batch: 500, queue: 20_000 });
  /** What never changes of an attempt, so that only its first answer has to look it up. Whose it is, the write itself makes sure of. */
  private readonly begun = new Map<string, Begun>();
  private readonly writes = new Batcher<Given, Stored>((batch) => this.store(this.database.manager, batch), {
    batch: 200,
    queue: 20_000,
  });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends those that are not here yet. One that comes after handing in or confirming, or was given after the deadline, is kept as late.
   * @throws Refusal `not-found` for an attempt that is not the actor's, `invalid` for an answer that its question cannot be given,
   * `conflict` for an id that is taken elsewhere.
   */
  async save(actor: Person, attempt: string, responses: readonly Response[]): Promise<void> {
    await this.check(await this.own(actor, attempt), responses);
    settle(await this.writes.add({ person: actor.id, attempt, responses }));
  }

  /** As `save`, in the caller's transaction. */
  async append(manager: EntityManager, attempt: AttemptRow, responses: readonly Response[]): Promise<void> {
    if (responses.length === 0) return;
    await this.check(attempt, responses);
    const [stored = 'unknown'] = await this.store(manager, [
      { person: attempt.personId, attempt: attempt.id, responses },
    ]);
    settle(stored);
  }

  /** @throws Refusal `not-found` for a stranger's attempt as for one that does not exist. */
  private async own(actor: Person, id: string): Promise<Begun> {
    const known = this.begun.get(id);
    if (known?.personId === actor.id) return known;
    // Not looked at yet, or a guest has signed in meanwhile.
    const begun = await this.reads.add(id);
    if (begun?.personId !== actor.id) throw notFound();
    if (this.begun.size >= MOST) this.begun.clear();
    this.begun.set(id, begun);
    return begun;
  }

  private async check({ quizId, quizVersion, seed }: Begun, responses: readonly Response[]): Promise<void> {
    const paper = await this.papers.of(quizId, quizVersion);
    if (!responses.every((response) => isAnswer(paper, seed, response)))
      throw new Refusal('invalid', 'This answer does not belong to the question.');
  }

  /**
   * One statement for all. It holds each attempt, in the order of their ids, so that none is handed in between the look at it and the commit:
   * an answer either is there when it is graded or confirmed, or is late.
   */
  private async store(manager: EntityManager, batch: readonly Given[]): Promise<Stored[]> {
    const now = this.clock.now();
    const rows = batch.flatMap(({ person, attempt, responses }) =>
      responses.map((response) => ({ person, attempt, ...response })),
    );
    const fresh = await manager.query<{ id: string; attempt: string }[]>(
      `WITH held AS MATERIALIZED (
         SELECT id, person_id, submitted_at, deadline, confirmed FROM attempt WHERE id = ANY($3::uuid[]) ORDER BY id FOR SHARE)
       INSERT INTO response (id, attempt_id, question_id, answer, seq, answered_at, lang, late)
       SELECT g.id, a.id, g.question, g.answer::jsonb, g.seq, g.at, g.lang,
              a.submitted_at IS NOT NULL OR g.question = ANY(a.confirmed) OR coalesce(g.at > a.deadline, false)
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::integer[], $7::timestamptz[], $8::text[])
           AS g(id, person, attempt, question, answer, seq, at, lang)
         JOIN held a ON a.id = g.attempt AND a.person_id = g.person
        ORDER BY g.id ON CONFLICT (id) DO NOTHING RETURNING id, attempt_id AS attempt`,
      [
        rows.map(({ id }) => id),
        rows.map(({ person }) => person),
        rows.map(({ attempt }) => attempt),
        rows.map(({ question }) => question),
        rows.map(({ answer }) => JSON.stringify(answer)),
        rows.map(({ seq }) => seq),
        rows.map(({ at }) => earlier(new Date(at), now)),
        rows.map(({ lang }) => lang ?? null),
      ],
    );
    const at = new Map(fresh.map(({ id, attempt }) => [id, attempt]));
    const missed = rows.filter(({ id }) => !at.has(id));
    if (missed.length > 0)
      for (const { id, attempt } of await this.known(
        manager,
        missed.map(({ id }) => id),
      ))
        at.set(id, attempt);
    return batch.map(({ attempt, responses }) => {
      const places = responses.map(({ id }) => at.get(id));
      if (places.every((place) => place === attempt)) return 'saved';
      return places.includes(undefined) ? 'unknown' : 'taken';
    });
  }

  /** Which attempts answers belong to that were stored before. */
  private known(manager: EntityManager, ids: readonly string[]): Promise<{ id: string; attempt: string }[]> {
    return manager.query('SELECT id, attempt_id AS attempt FROM response WHERE id = ANY($1)', [ids]);
  }

  private async find(ids: readonly string[]): Promise<(Begun | null)[]> {
    const rows = await this.database.query<Begun[]>(
      `SELECT id, person_id AS "personId", quiz_id AS "quizId", quiz_version AS "quizVersion", seed
         FROM attempt WHERE id = ANY($1)`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

/** Whether a response is one that its question can be given. Choosing nothing is an answer too. */
function isAnswer(paper: Paper, seed: number, { question, answer }: Response): boolean {
  const content = contentAsked(paper, seed, question);
  return content !== undefined && (isBlank(answer) || rulesOf(content.kind).accepts(content, answer));
}

function settle(stored: Stored): void {
  if (stored === 'unknown') throw notFound();
  if (stored === 'taken')
    throw new Refusal('conflict', 'This answer could not be saved under its number. Answer the question again.');
}
