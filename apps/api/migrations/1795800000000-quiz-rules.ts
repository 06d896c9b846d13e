import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rules of quizzes: tags to draw by, a version to save on, deadlines, extra time, and answers that came after handing in. */
export class QuizRules1795800000000 implements MigrationInterface {
  name = 'QuizRules1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    // What is there gets its value at once; new rows have to bring theirs.
    for (const [table, column] of [
      ['question', `tags text[] NOT NULL DEFAULT '{}'`],
      ['quiz', 'version integer NOT NULL DEFAULT 1'],
      ['response', 'late boolean NOT NULL DEFAULT false'],
    ] as const) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column.split(' ')[0]} DROP DEFAULT`);
    }
    await runner.query('ALTER TABLE attempt ADD COLUMN deadline timestamptz');
    await runner.query(
      `CREATE TABLE extra_time (
         person_id uuid NOT NULL,
         percent integer NOT NULL,
         CONSTRAINT extra_time_pkey PRIMARY KEY (person_id),
         CONSTRAINT extra_time_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE extra_time');
    await runner.query('ALTER TABLE attempt DROP COLUMN deadline');
    await runner.query('ALTER TABLE response DROP COLUMN late');
    await runner.query('ALTER TABLE quiz DROP COLUMN version');
    await runner.query('ALTER TABLE question DROP COLUMN tags');
  }
}
