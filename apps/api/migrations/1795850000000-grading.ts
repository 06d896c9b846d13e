import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was done to grades after attempts were handed in. */
export class Grading1795850000000 implements MigrationInterface {
  name = 'Grading1795850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE grading (
         id uuid NOT NULL,
         quiz_id uuid NOT NULL,
         kind text NOT NULL,
         question_id uuid NOT NULL,
         number integer,
         lower boolean NOT NULL,
         attempt_id uuid,
         percent integer,
         reason text,
         undoes uuid,
         by_id uuid,
         at timestamptz NOT NULL,
         CONSTRAINT grading_pkey PRIMARY KEY (id),
         CONSTRAINT grading_undoes_key UNIQUE (undoes))`,
    );
    await runner.query('CREATE INDEX grading_quiz_id_idx ON grading (quiz_id)');
    await runner.query('CREATE INDEX grading_attempt_id_idx ON grading (attempt_id)');
    for (const [column, table, gone] of [
      ['quiz_id', 'quiz', 'CASCADE'],
      ['attempt_id', 'attempt', 'CASCADE'],
      ['undoes', 'grading', 'CASCADE'],
      ['by_id', 'person', 'SET NULL'],
    ] as const)
      await runner.query(
        `ALTER TABLE grading ADD CONSTRAINT grading_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${table}(id) ON DELETE ${gone}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE grading');
  }
}
