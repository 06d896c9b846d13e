import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The tables, as the entities describe them. */
const tables = [
  `CREATE TABLE outbox_event (
       id uuid NOT NULL,
       topic text NOT NULL,
       payload jsonb NOT NULL,
       tries integer NOT NULL DEFAULT 0,
       due timestamptz NOT NULL,
       CONSTRAINT outbox_event_pkey PRIMARY KEY (id))`,
  `CREATE TABLE person (
       id uuid NOT NULL,
       role text NOT NULL,
       name text,
       email_key bytea,
       email_box bytea,
       password text,
       claimed_by uuid,
       created_at timestamptz NOT NULL,
       CONSTRAINT person_email_key_key UNIQUE (email_key),
       CONSTRAINT person_pkey PRIMARY KEY (id))`,
  `CREATE TABLE session (
       token bytea NOT NULL,
       person_id uuid NOT NULL,
       created_at timestamptz NOT NULL,
       seen_at timestamptz NOT NULL,
       CONSTRAINT session_pkey PRIMARY KEY (token))`,
  `CREATE INDEX session_person_id_idx ON session (person_id)`,
  `CREATE TABLE attempt (
       id uuid NOT NULL,
       person_id uuid NOT NULL,
       quiz_id uuid NOT NULL,
       quiz_version integer NOT NULL,
       questions integer NOT NULL,
       release_id uuid NOT NULL,
       seed integer NOT NULL,
       started_at timestamptz NOT NULL,
       submitted_at timestamptz,
       credit double precision,
       passed boolean,
       CONSTRAINT attempt_pkey PRIMARY KEY (id))`,
  `CREATE INDEX attempt_person_id_quiz_id_idx ON attempt (person_id, quiz_id)`,
  `CREATE TABLE response (
       id uuid NOT NULL,
       attempt_id uuid NOT NULL,
       question_id uuid NOT NULL,
       options text[] NOT NULL,
       seq integer NOT NULL,
       answered_at timestamptz NOT NULL,
       CONSTRAINT response_pkey PRIMARY KEY (id))`,
  `CREATE INDEX response_attempt_id_idx ON response (attempt_id)`,
  `CREATE TABLE question (
       id uuid NOT NULL,
       draft integer NOT NULL,
       CONSTRAINT question_pkey PRIMARY KEY (id))`,
  `CREATE TABLE question_version (
       question_id uuid NOT NULL,
       number integer NOT NULL,
       content jsonb NOT NULL,
       hash text NOT NULL,
       author_id uuid,
       created_at timestamptz NOT NULL,
       CONSTRAINT question_version_pkey PRIMARY KEY (question_id, number))`,
  `CREATE TABLE quiz (
       id uuid NOT NULL,
       title jsonb NOT NULL,
       rules jsonb NOT NULL,
       questions uuid[] NOT NULL,
       author_id uuid,
       published boolean NOT NULL,
       CONSTRAINT quiz_pkey PRIMARY KEY (id))`,
  `CREATE TABLE quiz_version (
       quiz_id uuid NOT NULL,
       number integer NOT NULL,
       rules jsonb NOT NULL,
       questions jsonb NOT NULL,
       hash text NOT NULL,
       CONSTRAINT quiz_version_pkey PRIMARY KEY (quiz_id, number))`,
  `CREATE UNIQUE INDEX quiz_version_quiz_id_hash_idx ON quiz_version (quiz_id, hash)`,
  `CREATE TABLE recording (
       id uuid NOT NULL,
       slug text NOT NULL,
       rev integer NOT NULL,
       title jsonb NOT NULL,
       description jsonb NOT NULL,
       language text NOT NULL,
       recorded_on date NOT NULL,
       synthetic boolean NOT NULL,
       speakers text[] NOT NULL,
       duration integer NOT NULL,
       chapters jsonb NOT NULL,
       original text NOT NULL,
       files jsonb NOT NULL,
       published boolean NOT NULL,
       created_at timestamptz NOT NULL,
       CONSTRAINT recording_pkey PRIMARY KEY (id))`,
  `CREATE UNIQUE INDEX recording_slug_idx ON recording (slug)`,
  `CREATE TABLE caption_track (
       recording_id uuid NOT NULL,
       locale text NOT NULL,
       vtt text NOT NULL,
       reviewed_on date,
       CONSTRAINT caption_track_pkey PRIMARY KEY (recording_id, locale))`,
  `CREATE TABLE coverage (
       person_id uuid NOT NULL,
       recording_id uuid NOT NULL,
       rev integer NOT NULL,
       seen int4multirange NOT NULL DEFAULT '{}',
       watched_s integer NOT NULL DEFAULT 0,
       position integer NOT NULL DEFAULT 0,
       transcript_read_at timestamptz,
       CONSTRAINT coverage_pkey PRIMARY KEY (person_id, recording_id, rev)) WITH (fillfactor = 80)`,
  `CREATE TABLE course (
       id uuid NOT NULL,
       slug text NOT NULL,
       author_id uuid,
       release_id uuid,
       CONSTRAINT course_pkey PRIMARY KEY (id))`,
  `CREATE UNIQUE INDEX course_slug_idx ON course (slug)`,
  `CREATE TABLE item (
       id uuid NOT NULL,
       course_id uuid NOT NULL,
       kind text NOT NULL,
       slug text NOT NULL,
       draft integer NOT NULL,
       CONSTRAINT item_pkey PRIMARY KEY (id))`,
  `CREATE UNIQUE INDEX item_course_id_slug_idx ON item (course_id, slug)`,
  `CREATE TABLE item_version (
       item_id uuid NOT NULL,
       number integer NOT NULL,
       content jsonb NOT NULL,
       hash text NOT NULL,
       author_id uuid,
       created_at timestamptz NOT NULL,
       CONSTRAINT item_version_pkey PRIMARY KEY (item_id, number))`,
  `CREATE TABLE release (
       id uuid NOT NULL,
       course_id uuid NOT NULL,
       number integer NOT NULL,
       note text NOT NULL,
       manifest jsonb NOT NULL,
       detail jsonb NOT NULL,
       published_by uuid,
       published_at timestamptz NOT NULL,
       CONSTRAINT release_pkey PRIMARY KEY (id))`,
  `CREATE UNIQUE INDEX release_course_id_number_idx ON release (course_id, number)`,
  `CREATE TABLE enrolment (
       person_id uuid NOT NULL,
       course_id uuid NOT NULL,
       enrolled_at timestamptz NOT NULL,
       CONSTRAINT enrolment_pkey PRIMARY KEY (person_id, course_id))`,
  `CREATE TABLE lesson_read (
       person_id uuid NOT NULL,
       lesson_id uuid NOT NULL,
       read_at timestamptz NOT NULL,
       CONSTRAINT lesson_read_pkey PRIMARY KEY (person_id, lesson_id))`,
  `CREATE TABLE lesson_completion (
       person_id uuid NOT NULL,
       lesson_id uuid NOT NULL,
       release_id uuid NOT NULL,
       evidence jsonb NOT NULL,
       completed_at timestamptz NOT NULL,
       CONSTRAINT lesson_completion_pkey PRIMARY KEY (person_id, lesson_id))`,
  `CREATE TABLE course_completion (
       person_id uuid NOT NULL,
       course_id uuid NOT NULL,
       release_id uuid NOT NULL,
       release_number integer NOT NULL,
       completed_at timestamptz NOT NULL,
       CONSTRAINT course_completion_pkey PRIMARY KEY (person_id, course_id))`,
  `ALTER TABLE session ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE attempt ADD CONSTRAINT attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE response ADD CONSTRAINT response_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempt(id) ON DELETE CASCADE`,
  `ALTER TABLE question_version ADD CONSTRAINT question_version_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id) ON DELETE CASCADE`,
  `ALTER TABLE quiz_version ADD CONSTRAINT quiz_version_quiz_id_fkey FOREIGN KEY (quiz_id) REFERENCES quiz(id) ON DELETE CASCADE`,
  `ALTER TABLE caption_track ADD CONSTRAINT caption_track_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording(id) ON DELETE CASCADE`,
  `ALTER TABLE coverage ADD CONSTRAINT coverage_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE coverage ADD CONSTRAINT coverage_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording(id) ON DELETE CASCADE`,
  `ALTER TABLE item ADD CONSTRAINT item_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE`,
  `ALTER TABLE item_version ADD CONSTRAINT item_version_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE`,
  `ALTER TABLE release ADD CONSTRAINT release_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE`,
  `ALTER TABLE enrolment ADD CONSTRAINT enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE lesson_read ADD CONSTRAINT lesson_read_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE lesson_completion ADD CONSTRAINT lesson_completion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE course_completion ADD CONSTRAINT course_completion_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
];

/**
 * What was published or recorded once does not change: the database itself refuses it, whoever asks. Only the author of a version can be
 * forgotten, when that person is erased.
 */
const frozen = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '% is immutable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$`,
  `CREATE TRIGGER frozen BEFORE UPDATE OF item_id, number, content, hash, created_at ON item_version
     FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER frozen BEFORE UPDATE OF question_id, number, content, hash, created_at ON question_version
     FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER frozen BEFORE UPDATE ON quiz_version FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER frozen BEFORE UPDATE OF course_id, number, note, manifest, detail, published_at ON release
     FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER frozen BEFORE UPDATE ON lesson_completion FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER frozen BEFORE UPDATE ON course_completion FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
];

/** The ground: people, recordings, quizzes, courses and progress. */
export class Ground1795470000000 implements MigrationInterface {
  name = 'Ground1795470000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...frozen]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE outbox_event, person, session, attempt, response, question, question_version, quiz, quiz_version, recording, caption_track, coverage, course, item, item_version, release, enrolment, lesson_read, lesson_completion, course_completion CASCADE',
    );
    await runner.query('DROP FUNCTION refuse_change');
  }
}
