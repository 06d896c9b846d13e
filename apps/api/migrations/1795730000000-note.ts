import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Notes at a moment of a recording. */
export class Note1795730000000 implements MigrationInterface {
  name = 'Note1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE note (
         person_id uuid NOT NULL,
         id uuid NOT NULL,
         lesson_id uuid NOT NULL,
         recording_id uuid NOT NULL,
         rev integer NOT NULL,
         at integer NOT NULL,
         text text,
         edits jsonb NOT NULL,
         twin uuid,
         changed_at timestamptz NOT NULL,
         CONSTRAINT note_pkey PRIMARY KEY (person_id, id))`,
    );
    await runner.query(
      `ALTER TABLE note ADD CONSTRAINT note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
    );
    await runner.query(`CREATE INDEX note_person_id_lesson_id_idx ON note (person_id, lesson_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}
