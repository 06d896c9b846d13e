import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a release is for those who had completed the course: what they are told, asked, and have gone through since. */
export class ReleaseNews1795810000001 implements MigrationInterface {
  name = 'ReleaseNews1795810000001';

  async up(runner: QueryRunner): Promise<void> {
    // What is there gets its value at once; new rows have to bring theirs.
    for (const [column, type, value] of [
      ['completed', 'text', `'none'`],
      ['renewals', 'jsonb', `'{}'`],
    ] as const) {
      await runner.query(`ALTER TABLE release ADD COLUMN ${column} ${type} NOT NULL DEFAULT ${value}`);
      await runner.query(`ALTER TABLE release ALTER COLUMN ${column} DROP DEFAULT`);
    }
    await runner.query(
      `CREATE TABLE lesson_renewal (
         person_id uuid NOT NULL,
         lesson_id uuid NOT NULL,
         release_number integer NOT NULL,
         renewed_at timestamptz NOT NULL,
         CONSTRAINT lesson_renewal_pkey PRIMARY KEY (person_id, lesson_id, release_number),
         CONSTRAINT lesson_renewal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE)`,
    );
    await runner.query('DROP TRIGGER frozen ON release');
    await runner.query(
      `CREATE TRIGGER frozen BEFORE UPDATE OF course_id, number, note, manifest, detail, published_at, source, completed ON release
         FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query('DROP TRIGGER seen ON release');
    await runner.query(
      `CREATE TRIGGER seen BEFORE UPDATE OF effective_at, cancelled_at, renewals ON release
         FOR EACH ROW WHEN (OLD.effective_at <= now()) EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER seen ON release');
    await runner.query(
      `CREATE TRIGGER seen BEFORE UPDATE OF effective_at, cancelled_at ON release
         FOR EACH ROW WHEN (OLD.effective_at <= now()) EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query('DROP TRIGGER frozen ON release');
    await runner.query(
      `CREATE TRIGGER frozen BEFORE UPDATE OF course_id, number, note, manifest, detail, published_at, source ON release
         FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query('DROP TABLE lesson_renewal');
    await runner.query('ALTER TABLE release DROP COLUMN renewals, DROP COLUMN completed');
  }
}
