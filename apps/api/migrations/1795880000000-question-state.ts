import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether a question is ready or still a draft. What is there was published or could have been: it is ready. */
export class QuestionState1795880000000 implements MigrationInterface {
  name = 'QuestionState1795880000000';

  async up(runner: QueryRunner): Promise<void> {
    // What is there gets its value at once; new rows have to bring theirs.
    await runner.query('ALTER TABLE question ADD COLUMN ready boolean NOT NULL DEFAULT true');
    await runner.query('ALTER TABLE question ALTER COLUMN ready DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE question DROP COLUMN ready');
  }
}
