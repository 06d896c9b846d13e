import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Codes that give more time in quizzes to somebody who cannot be named. */
export class TimeCodes1795900000000 implements MigrationInterface {
  name = 'TimeCodes1795900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE time_code (
         hash bytea NOT NULL,
         percent integer NOT NULL,
         expires_at timestamptz NOT NULL,
         person_id uuid,
         CONSTRAINT time_code_pkey PRIMARY KEY (hash),
         CONSTRAINT time_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE)`,
    );
    await runner.query('CREATE INDEX time_code_person_id_idx ON time_code (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE time_code');
  }
}
