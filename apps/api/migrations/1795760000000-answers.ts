import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An answer is ids or texts by field, for questions that are not choices. */
export class Answers1795760000000 implements MigrationInterface {
  name = 'Answers1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response ADD COLUMN answer jsonb');
    await runner.query('UPDATE response SET answer = to_jsonb(options)');
    await runner.query('ALTER TABLE response ALTER COLUMN answer SET NOT NULL, DROP COLUMN options');
  }

  /** Answers in words have no options: they come back as nothing chosen. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response ADD COLUMN options text[]');
    await runner.query(
      `UPDATE response SET options = CASE jsonb_typeof(answer)
         WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(answer)) ELSE ARRAY[]::text[] END`,
    );
    await runner.query('ALTER TABLE response ALTER COLUMN options SET NOT NULL, DROP COLUMN answer');
  }
}
