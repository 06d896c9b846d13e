import { type Range } from '@haven/shared/contract';
import { newId, topic } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { toMultirange } from './multirange';

const ALIVE_MS = 30 * 86_400_000;

/** Someone watched or read so much more of a recording that a rule in steps of five per cent may have become true. */
export const watched = topic<{ person: string; recording: string }>('recordings.watched');

/** What one play session says. `position` is where the playhead is; null where they go on stays as it is. */
export interface Played {
  readonly person: string;
  readonly session: string;
  /** What the session plays by where it begins without a line. */
  readonly lease: string | null;
  readonly recording: string;
  readonly rev: number;
  readonly ranges: readonly Range[];
  readonly position: number | null;
}

/** What became of it, as PostgreSQL's text of multiranges. `told`: the news that was recorded of it, for `Events.deliver`. */
export interface Credited {
  readonly person: string;
  /** The timeline that has taken the place of all before it. */
  readonly present: number;
  readonly seen: string;
  readonly unproven: string;
  readonly pending: string;
  readonly told: string | null;
}

/**
 * Writes down what was played, at most one claim of each person, and credits what can have been played. One statement and its own commit: the
 * function `credit_played`, because its plan is kept where a statement of this size is planned anew for every batch, which took longer than
 * running it (decision 0018). A session has earned twice the time since its first claim, less what the person was credited meanwhile
 * anywhere; then a slack of 20 seconds is used, which grows by one a minute; the rest is pending. Only seconds that are not covered yet
 * cost anything. What lies beyond the end of the recording is cut off; a claim of a timeline that people cannot see is not among the
 * answers.
 *
 * A session that is new begins with its lease, where it has one that is good, and else now; what such a claim already says and nothing pays for
 * is unproven. `now`: the server's clock.
 */
export async function creditAll(database: DataSource, played: readonly Played[], now: Date): Promise<Credited[]> {
  const positions = await positionsOf(database, played);
  return database.query<Credited[]>('SELECT * FROM credit_played($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    played.map(({ person }) => person),
    played.map(({ session }) => session),
    played.map(({ lease }) => lease),
    played.map(({ recording }) => recording),
    played.map(({ rev }) => rev),
    played.map(({ ranges }) => toMultirange(ranges)),
    positions,
    played.map(() => newId()),
    watched.name,
    now,
    aliveSince(now),
  ]);
}

/** Where each of these sessions leaves the playhead: a clip, where it was. Asks only where there is one, so that nobody else waits for it. */
async function positionsOf(database: DataSource, played: readonly Played[]): Promise<number[]> {
  const clips = played.filter(({ position }) => position === null);
  if (clips.length === 0) return played.map(({ position }) => position ?? 0);
  const held = await database.query<{ person: string; recording: string; rev: number; position: number }[]>(
    `SELECT person_id AS person, recording_id AS recording, rev, position FROM coverage
      WHERE (person_id, recording_id, rev) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[]))`,
    [clips.map(({ person }) => person), clips.map(({ recording }) => recording), clips.map(({ rev }) => rev)],
  );
  const nameOf = ({ person, recording, rev }: Pick<Played, 'person' | 'recording' | 'rev'>) =>
    `${person}/${recording}/${rev}`;
  const places = new Map(held.map((row) => [nameOf(row), row.position]));
  return played.map((claim) => claim.position ?? places.get(nameOf(claim)) ?? 0);
}

/** Sessions and leases that began before are over: a claim that still comes begins its session anew. */
export const aliveSince = (now: Date): Date => new Date(now.getTime() - ALIVE_MS);

/** Until when a session or lease that began then is good. */
export const goodUntil = (startedAt: Date): Date => new Date(startedAt.getTime() + ALIVE_MS);

/** Has a guest's sessions go on as the person's, with what they have earned. */
export async function handOver(manager: EntityManager, guest: string, person: string): Promise<void> {
  await manager.query(
    `INSERT INTO play_session (person_id, id, started_at, spent_before)
     SELECT $2, id, started_at, spent_before
            + coalesce((SELECT spent FROM watch_budget WHERE person_id = $2), 0)
            - coalesce((SELECT spent FROM watch_budget WHERE person_id = $1), 0)
       FROM play_session WHERE person_id = $1 ON CONFLICT DO NOTHING`,
    [guest, person],
  );
}
