import { type MigrationInterface, type QueryRunner } from 'typeorm';

const up = [
  // Not logged: after a crash nobody is here, which is true, and nothing of it is in a backup.
  `CREATE UNLOGGED TABLE presence (
       course_id uuid NOT NULL,
       person_id uuid NOT NULL,
       lesson_id uuid,
       seen_at timestamptz NOT NULL,
       CONSTRAINT presence_pkey PRIMARY KEY (course_id, person_id))`,
  `CREATE INDEX presence_seen_at_idx ON presence (seen_at)`,
  `ALTER TABLE presence ADD CONSTRAINT presence_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE`,
  `ALTER TABLE presence ADD CONSTRAINT presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
];

/** Who is at work in a course now. */
export class Presence1795750000000 implements MigrationInterface {
  name = 'Presence1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence');
  }
}
