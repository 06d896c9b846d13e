import { type MigrationInterface, type QueryRunner } from 'typeorm';

const credit = `credit_played(uuid[], uuid[], uuid[], uuid[], integer[], int4multirange[], integer[], uuid[], text, timestamptz, timestamptz)`;

/** Has crediting take timelines that meet `to` in the place of `from`. All else of the function stays as it is, its signature too. */
const credited = (from: string, to: string) => `DO $do$
  DECLARE body text := pg_get_functiondef('${credit}'::regprocedure);
  BEGIN
    IF strpos(body, '${from}') = 0 THEN RAISE EXCEPTION 'credit_played is not what it was'; END IF;
    EXECUTE replace(body, '${from}', '${to}');
  END $do$`;

const [published, shown] = [
  'd.rev = g.rev AND d.published',
  'd.rev = g.rev AND (d.published OR previewed(g.person, d.recording_id, d.rev))',
];

const up = [
  `CREATE TABLE preview (
       person_id uuid NOT NULL,
       session_token bytea NOT NULL,
       course_id uuid NOT NULL,
       number integer NOT NULL,
       manifest jsonb NOT NULL,
       detail jsonb NOT NULL,
       effective_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       CONSTRAINT preview_pkey PRIMARY KEY (person_id))`,
  `CREATE INDEX preview_session_token_idx ON preview (session_token)`,
  `CREATE INDEX preview_course_id_idx ON preview (course_id)`,
  `ALTER TABLE preview ADD CONSTRAINT preview_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE preview ADD CONSTRAINT preview_session_token_fkey FOREIGN KEY (session_token) REFERENCES session(token) ON DELETE CASCADE`,
  `ALTER TABLE preview ADD CONSTRAINT preview_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE`,
  `ALTER TABLE quiz ADD COLUMN learner_id uuid`,
  `CREATE INDEX quiz_learner_id_idx ON quiz (learner_id)`,
  `ALTER TABLE quiz ADD CONSTRAINT quiz_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES person(id) ON DELETE CASCADE`,
  // Whether the preview of a throw-away learner pins this file of a recording. The one place that says so.
  `CREATE FUNCTION previewed(learner uuid, recording uuid, rev integer) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT EXISTS (SELECT 1 FROM preview p WHERE p.person_id = learner AND p.manifest->'lessons'
       @> jsonb_build_array(jsonb_build_object('recording', jsonb_build_object('id', recording, 'rev', rev)))) $$`,
  credited(published, shown),
];

const down = [
  credited(shown, published),
  `DELETE FROM person WHERE role = 'preview'`,
  `DROP FUNCTION previewed(uuid, uuid, integer)`,
  `ALTER TABLE quiz DROP COLUMN learner_id`,
  `DROP TABLE preview`,
];

/** Previews of courses as learners meet them, by throw-away learners. */
export class Preview1795890000000 implements MigrationInterface {
  name = 'Preview1795890000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
