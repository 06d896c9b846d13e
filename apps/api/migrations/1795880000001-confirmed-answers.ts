import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Questions of an attempt whose answers are fixed, because what is right has been shown; none in attempts that are there. */
export class ConfirmedAnswers1795880000001 implements MigrationInterface {
  name = 'ConfirmedAnswers1795880000001';

  async up(runner: QueryRunner): Promise<void> {
    // What is there gets its value at once; new rows have to bring theirs.
    await runner.query(`ALTER TABLE attempt ADD COLUMN confirmed uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE attempt ALTER COLUMN confirmed DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attempt DROP COLUMN confirmed');
  }
}
