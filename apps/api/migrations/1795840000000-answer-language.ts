import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The language in which a question was read when it was answered; unknown for what is there. */
export class AnswerLanguage1795840000000 implements MigrationInterface {
  name = 'AnswerLanguage1795840000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response ADD COLUMN lang text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP COLUMN lang');
  }
}
