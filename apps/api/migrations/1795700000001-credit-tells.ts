import { type MigrationInterface, type QueryRunner } from 'typeorm';

const up = [
  // Beside the function of the version before, which goes on serving processes that are not replaced yet. It writes the news too, so that a
  // batch is one statement and one commit, without a round trip to begin and another to end a transaction.
  // Sorted by key throughout: two batches that meet the same rows in another order deadlock, and two processes must not both spend what one
  // person has. `began` is null where nobody can say since when the session plays: then what is over the budget is unproven, not pending.
  // What is new is credited before what is unproven already. `crossed` says whether the count of twentieths of the recording rose, of what
  // is seen or of that and what is unproven: exactly then a rule of 5, 10, … 100 per cent can become true. Tables that are small or not
  // counted yet would be read whole for every claim: hence no sequential scans.
  `CREATE FUNCTION credit_played(persons uuid[], sessions uuid[], leases uuid[], recordings uuid[], revs integer[], claims int4multirange[],
       positions integer[], news uuid[], topic text, moment timestamptz, alive_since timestamptz)
     RETURNS TABLE (person uuid, present integer, seen text, unproven text, pending text, told uuid)
     LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
     #variable_conflict use_column
     BEGIN
       PERFORM pg_advisory_xact_lock(hashtextextended(p::text, 0)) FROM (SELECT unnest(persons) AS p ORDER BY 1 OFFSET 0) sorted;
       RETURN QUERY WITH standing AS (
           SELECT g.person, g.session, g.recording, g.rev, g.news, least(g.position, d.duration) AS position, d.duration, r.rev AS present,
                  coalesce(c.seen, '{}') AS held, coalesce(c.watched_s, 0) AS held_s, coalesce(c.unproven, '{}') AS doubted, fresh, fresh_s,
                  s.id IS NULL AS opens, began, coalesce(s.spent_before, l.spent_before, b.spent, 0) AS spent_before,
                  coalesce(b.spent, 0) AS spent, greatest(b.slack_full_at, moment) AS full_at,
                  coalesce(greatest(0, floor(extract(epoch FROM moment - began) * 2)::int
                                       - (coalesce(b.spent, 0) - coalesce(s.spent_before, l.spent_before))), 0) AS earned
             FROM unnest(persons, sessions, leases, recordings, revs, claims, positions, news)
               AS g(person, session, lease, recording, rev, claimed, position, news)
             JOIN timeline d ON d.recording_id = g.recording AND d.rev = g.rev AND d.published
             JOIN recording r ON r.id = g.recording
             LEFT JOIN coverage c ON c.person_id = g.person AND c.recording_id = g.recording AND c.rev = g.rev
             LEFT JOIN watch_budget b ON b.person_id = g.person
             LEFT JOIN play_session s ON s.person_id = g.person AND s.id = g.session AND s.started_at > alive_since
             LEFT JOIN play_session l ON l.person_id = g.person AND l.id = g.lease AND l.started_at > alive_since,
             LATERAL (SELECT coalesce(s.started_at, l.started_at) AS began OFFSET 0) o,
             LATERAL (SELECT g.claimed * int4multirange(int4range(0, d.duration)) - coalesce(c.seen, '{}') AS fresh OFFSET 0) f,
             LATERAL (SELECT coalesce(sum(upper(r) - lower(r)), 0)::int AS fresh_s FROM unnest(fresh) r) n),
         afforded AS (
           SELECT *, least(fresh_s, earned + floor(20 - extract(epoch FROM full_at - moment) / 60)::int) AS credit FROM standing),
         united AS (
           SELECT *, held + CASE WHEN credit >= fresh_s THEN fresh WHEN isempty(doubted) THEN first_seconds(fresh, credit)
                            ELSE first_seconds(fresh - doubted, credit)
                                 + first_seconds(fresh * doubted, credit - seconds_in(fresh - doubted)) END AS whole FROM afforded),
         tidied AS (
           SELECT *, CASE WHEN small THEN whole ELSE tidy_seen(whole) END AS seen,
                  CASE WHEN small THEN held_s + credit ELSE seconds_in(tidy_seen(whole)) END AS seen_s
             FROM united, LATERAL (SELECT pg_column_size(whole) < 1500 AS small) size),
         shared AS (
           SELECT *, seen_s * 20 / duration > held_s * 20 / duration
                     OR NOT isempty(unproven)
                        AND (seen_s + seconds_in(unproven)) * 20 / duration > (held_s + seconds_in(doubted)) * 20 / duration AS crossed
             FROM tidied, LATERAL (SELECT CASE WHEN began IS NULL AND credit < fresh_s THEN tidy_seen(doubted + fresh) - seen
                                               WHEN isempty(doubted) THEN '{}' ELSE doubted - seen END AS unproven OFFSET 0) u),
         told AS (
           INSERT INTO outbox_event (id, topic, payload, due)
           SELECT news, topic, jsonb_build_object('person', person, 'recording', recording), moment FROM shared WHERE crossed),
         opened AS (
           INSERT INTO play_session AS o (person_id, id, started_at, spent_before)
           SELECT person, session, coalesce(began, moment), spent_before FROM standing WHERE opens ORDER BY person, session
           ON CONFLICT (person_id, id) DO UPDATE SET started_at = excluded.started_at, spent_before = excluded.spent_before
            WHERE o.started_at <= alive_since),
         paid AS (
           INSERT INTO watch_budget AS b (person_id, spent, slack_full_at)
           SELECT person, spent + least(credit, earned), full_at + greatest(credit - earned, 0) * interval '60 s'
             FROM afforded WHERE credit > 0 ORDER BY person
           ON CONFLICT (person_id) DO UPDATE SET spent = excluded.spent, slack_full_at = excluded.slack_full_at),
         merged AS (
           INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s, position, unproven)
           SELECT person, recording, rev, seen, seen_s, position, unproven FROM shared
            WHERE NOT (isempty(seen) AND isempty(unproven)) ORDER BY person, recording, rev
           ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET
             seen = CASE WHEN c.seen <@ excluded.seen THEN excluded.seen ELSE tidy_seen(c.seen + excluded.seen) END,
             watched_s = CASE WHEN c.seen <@ excluded.seen THEN excluded.watched_s ELSE seconds_in(tidy_seen(c.seen + excluded.seen)) END,
             unproven = CASE WHEN isempty(c.unproven) AND isempty(excluded.unproven) THEN '{}'
                             ELSE c.unproven + excluded.unproven - tidy_seen(c.seen + excluded.seen) END,
             position = excluded.position)
         SELECT person, present, seen::text, unproven::text, (fresh - seen - unproven)::text, CASE WHEN crossed THEN news END
           FROM shared;
     END $$`,
];

const down = [
  `DROP FUNCTION credit_played(uuid[], uuid[], uuid[], uuid[], integer[], int4multirange[], integer[], uuid[], text, timestamptz, timestamptz)`,
];

/** Crediting what was played and telling of it are one statement. */
export class CreditTells1795700000001 implements MigrationInterface {
  name = 'CreditTells1795700000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
