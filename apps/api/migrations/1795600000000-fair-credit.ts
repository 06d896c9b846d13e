import { type MigrationInterface, type QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE play_session (
       person_id uuid NOT NULL,
       id uuid NOT NULL,
       started_at timestamptz NOT NULL,
       spent_before integer NOT NULL,
       CONSTRAINT play_session_pkey PRIMARY KEY (person_id, id),
       CONSTRAINT play_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE)`,
  `CREATE TABLE watch_budget (
       person_id uuid NOT NULL,
       spent integer NOT NULL DEFAULT 0,
       slack_full_at timestamptz NOT NULL,
       CONSTRAINT watch_budget_pkey PRIMARY KEY (person_id),
       CONSTRAINT watch_budget_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE) WITH (fillfactor = 80)`,
  // In more than 200 pieces, gaps of up to two seconds are closed: a row stays small enough for its page, whoever drags along the scrubber.
  `CREATE FUNCTION tidy_seen(seen int4multirange) RETURNS int4multirange LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     CASE WHEN (SELECT count(*) FROM unnest(seen)) <= 200 THEN seen ELSE
       (SELECT range_agg(int4range(lower(wide), upper(wide) - 2)) FROM unnest(
         (SELECT range_agg(int4range(lower(piece), upper(piece) + 2)) FROM unnest(seen) piece)) wide) END`,
  `CREATE FUNCTION seconds_in(seen int4multirange) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     (SELECT coalesce(sum(upper(piece) - lower(piece)), 0)::integer FROM unnest(seen) piece)`,
  `CREATE FUNCTION first_seconds(ranges int4multirange, wanted integer) RETURNS int4multirange LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     (SELECT coalesce(range_agg(int4range(lower(piece), least(upper(piece), lower(piece) + wanted - before))), '{}') FROM (
       SELECT piece, (sum(upper(piece) - lower(piece)) OVER (ORDER BY lower(piece)) - (upper(piece) - lower(piece)))::integer AS before
         FROM unnest(ranges) piece) pieces WHERE before < wanted)`,
  // Sorted by key throughout: two batches that meet the same rows in another order deadlock, and two processes must not both spend what one
  // person has. `crossed` says whether the count of twentieths of the recording rose: exactly then a rule of 5, 10, … 100 per cent can become
  // true. Tables that are small or not counted yet would be read whole for every claim: hence no sequential scans.
  `CREATE FUNCTION credit_played(persons uuid[], sessions uuid[], recordings uuid[], revs integer[], claims int4multirange[],
       positions integer[], moment timestamptz)
     RETURNS TABLE (person uuid, present integer, seen text, pending text, recording uuid, crossed boolean)
     LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
     #variable_conflict use_column
     BEGIN
       PERFORM pg_advisory_xact_lock(hashtextextended(p::text, 0)) FROM (SELECT unnest(persons) AS p ORDER BY 1 OFFSET 0) sorted;
       RETURN QUERY WITH standing AS (
           SELECT g.person, g.session, g.recording, g.rev, least(g.position, d.duration) AS position, d.duration, r.rev AS present,
                  coalesce(c.seen, '{}') AS held, coalesce(c.watched_s, 0) AS held_s, fresh, fresh_s, s.started_at,
                  coalesce(b.spent, 0) AS spent, greatest(b.slack_full_at, moment) AS full_at,
                  coalesce(greatest(0, floor(extract(epoch FROM moment - s.started_at) * 2)::int - (coalesce(b.spent, 0) - s.spent_before)), 0) AS earned
             FROM unnest(persons, sessions, recordings, revs, claims, positions)
               AS g(person, session, recording, rev, claimed, position)
             JOIN timeline d ON d.recording_id = g.recording AND d.rev = g.rev AND d.published
             JOIN recording r ON r.id = g.recording
             LEFT JOIN coverage c ON c.person_id = g.person AND c.recording_id = g.recording AND c.rev = g.rev
             LEFT JOIN watch_budget b ON b.person_id = g.person
             LEFT JOIN play_session s ON s.person_id = g.person AND s.id = g.session,
             LATERAL (SELECT g.claimed * int4multirange(int4range(0, d.duration)) - coalesce(c.seen, '{}') AS fresh OFFSET 0) f,
             LATERAL (SELECT coalesce(sum(upper(r) - lower(r)), 0)::int AS fresh_s FROM unnest(fresh) r) n),
         afforded AS (
           SELECT *, least(fresh_s, earned + floor(20 - extract(epoch FROM full_at - moment) / 60)::int) AS credit FROM standing),
         united AS (
           SELECT *, held + CASE WHEN credit >= fresh_s THEN fresh ELSE first_seconds(fresh, credit) END AS whole FROM afforded),
         shared AS (
           SELECT *, CASE WHEN small THEN whole ELSE tidy_seen(whole) END AS seen,
                  CASE WHEN small THEN held_s + credit ELSE seconds_in(tidy_seen(whole)) END AS seen_s
             FROM united, LATERAL (SELECT pg_column_size(whole) < 1500 AS small) size),
         opened AS (
           INSERT INTO play_session (person_id, id, started_at, spent_before)
           SELECT person, session, moment, spent FROM standing WHERE started_at IS NULL ORDER BY person, session ON CONFLICT DO NOTHING),
         paid AS (
           INSERT INTO watch_budget AS b (person_id, spent, slack_full_at)
           SELECT person, spent + least(credit, earned), full_at + greatest(credit - earned, 0) * interval '60 s'
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
           FROM shared;
     END $$`,
];

const down = [
  `DROP FUNCTION credit_played, first_seconds, seconds_in, tidy_seen`,
  `DROP TABLE watch_budget, play_session`,
];

/** Play sessions and what each person has been credited, so that nobody is credited more than could have been played. */
export class FairCredit1795600000000 implements MigrationInterface {
  name = 'FairCredit1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
