import { type EntityManager } from 'typeorm';
import { toMultirange } from './multirange';
import { type Range } from '@haven/shared/contract';

/** The fastest that anybody is believed to play: the player's own highest speed. */
export const MOST_RATE = 2;

/** Seconds of media that are believed without any time having passed, and how long it takes to earn one of them again, in seconds. */
export const SLACK_S = 20;
export const SLACK_REFILL_S = 60;

/** A row of coverage larger than this, in bytes, may be of more than 200 pieces, and is tidied. */
const LARGE_B = 1500;

/** What one play session says. `position` is where the playhead is. */
export interface Played {
  readonly person: string;
  readonly session: string;
  readonly recording: string;
  readonly rev: number;
  readonly ranges: readonly Range[];
  readonly position: number;
}

/** What became of it, as PostgreSQL's text of multiranges. `crossed`: a rule in steps of five per cent may have become true. */
export interface Credited {
  readonly person: string;
  readonly recording: string;
  /** The timeline that has taken the place of all before it. */
  readonly present: number;
  readonly seen: string;
  readonly pending: string;
  readonly crossed: boolean;
}

/** Two processes must not both spend what one person has. Sorted, so that they do not wait for each other in a circle. */
const lock = `SELECT pg_advisory_xact_lock(hashtextextended(person::text, 0))
  FROM (SELECT unnest($1::uuid[]) AS person ORDER BY 1 OFFSET 0) persons`;

/**
 * Credits a whole batch in one statement. A session has earned twice the time since its first claim, less what the person was credited
 * meanwhile anywhere; then the slack is used; the rest is pending. Only seconds that are not covered yet cost anything. Sorted by key,
 * because two unsorted batches that meet the same rows in another order deadlock. `crossed` says whether the count of twentieths of the
 * recording rose: exactly then a rule of 5, 10, … 100 per cent can become true.
 */
const credit = `
  WITH standing AS (
    SELECT g.person, g.session, g.recording, g.rev, least(g.position, d.duration) AS position, d.duration, r.rev AS present,
           coalesce(c.seen, '{}') AS held, coalesce(c.watched_s, 0) AS held_s, fresh, fresh_s, s.started_at,
           coalesce(b.spent, 0) AS spent, greatest(b.slack_full_at, $7::timestamptz) AS full_at,
           coalesce(greatest(0, floor(extract(epoch FROM $7 - s.started_at) * ${MOST_RATE})::int - (coalesce(b.spent, 0) - s.spent_before)), 0) AS earned
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::int4multirange[], $6::int[])
        AS g(person, session, recording, rev, claimed, position)
      JOIN timeline d ON d.recording_id = g.recording AND d.rev = g.rev AND d.published
      JOIN recording r ON r.id = g.recording
      LEFT JOIN coverage c ON c.person_id = g.person AND c.recording_id = g.recording AND c.rev = g.rev
      LEFT JOIN watch_budget b ON b.person_id = g.person
      LEFT JOIN play_session s ON s.person_id = g.person AND s.id = g.session,
      LATERAL (SELECT g.claimed * int4multirange(int4range(0, d.duration)) - coalesce(c.seen, '{}') AS fresh OFFSET 0) f,
      LATERAL (SELECT coalesce(sum(upper(r) - lower(r)), 0)::int AS fresh_s FROM unnest(fresh) r) n),
  afforded AS (
    SELECT *, least(fresh_s, earned + floor(${SLACK_S} - extract(epoch FROM full_at - $7) / ${SLACK_REFILL_S})::int) AS credit FROM standing),
  united AS (
    SELECT *, held + CASE WHEN credit >= fresh_s THEN fresh ELSE first_seconds(fresh, credit) END AS whole FROM afforded),
  shared AS (
    SELECT *, CASE WHEN small THEN whole ELSE tidy_seen(whole) END AS seen,
           CASE WHEN small THEN held_s + credit ELSE seconds_in(tidy_seen(whole)) END AS seen_s
      FROM united, LATERAL (SELECT pg_column_size(whole) < ${LARGE_B} AS small) size),
  opened AS (
    INSERT INTO play_session (person_id, id, started_at, spent_before)
    SELECT person, session, $7, spent FROM standing WHERE started_at IS NULL ORDER BY person, session ON CONFLICT DO NOTHING),
  paid AS (
    INSERT INTO watch_budget AS b (person_id, spent, slack_full_at)
    SELECT person, spent + least(credit, earned), full_at + greatest(credit - earned, 0) * interval '${SLACK_REFILL_S} s'
      FROM afforded WHERE credit > 0 ORDER BY person
    ON CONFLICT (person_id) DO UPDATE SET spent = excluded.spent, slack_full_at = excluded.slack_full_at),
  merged AS (
    INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s, position)
    SELECT person, recording, rev, seen, seen_s, position FROM shared WHERE NOT isempty(seen) ORDER BY person, recording, rev
    ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET
      seen = CASE WHEN c.seen <@ excluded.seen THEN excluded.seen ELSE tidy_seen(c.seen + excluded.seen) END,
      watched_s = CASE WHEN c.seen <@ excluded.seen THEN excluded.watched_s ELSE seconds_in(tidy_seen(c.seen + excluded.seen)) END,
      position = excluded.position)
  SELECT person, present, seen::text AS seen, (fresh - seen)::text AS pending, recording,
         seen_s * 20 / duration > held_s * 20 / duration AS crossed
    FROM shared`;

/**
 * Writes down what was played, at most one claim of each person, in the caller's transaction. What lies beyond the end of the recording is
 * cut off; a claim of a timeline that people cannot see is not among the answers. `now`: the server's clock.
 */
export async function creditAll(manager: EntityManager, played: readonly Played[], now: Date): Promise<Credited[]> {
  await manager.query(lock, [played.map(({ person }) => person)]);
  return manager.query<Credited[]>(credit, [
    played.map(({ person }) => person),
    played.map(({ session }) => session),
    played.map(({ recording }) => recording),
    played.map(({ rev }) => rev),
    played.map(({ ranges }) => toMultirange(ranges)),
    played.map(({ position }) => position),
    now,
  ]);
}

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
