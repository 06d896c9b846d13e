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
];

const down = [`DROP FUNCTION first_seconds, seconds_in, tidy_seen`, `DROP TABLE watch_budget, play_session`];

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
