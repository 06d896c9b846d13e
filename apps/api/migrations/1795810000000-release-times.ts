import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Releases with a time: which one learners see is asked of the times, and no longer stands in the course. `release_at` is the one place that
 * decides.
 */
export class ReleaseTimes1795810000000 implements MigrationInterface {
  name = 'ReleaseTimes1795810000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE release ADD COLUMN effective_at timestamptz, ADD COLUMN cancelled_at timestamptz,
         ADD COLUMN opened_at timestamptz, ADD COLUMN source integer`,
    );
    await runner.query('UPDATE release SET effective_at = published_at, opened_at = published_at');
    // A course without the pointer has taken its releases back.
    await runner.query(
      `UPDATE release r SET cancelled_at = r.published_at FROM course c WHERE c.id = r.course_id AND c.release_id IS NULL`,
    );
    await runner.query('ALTER TABLE release ALTER COLUMN effective_at SET NOT NULL');
    await runner.query('CREATE INDEX release_course_id_effective_at_idx ON release (course_id, effective_at)');
    await runner.query('ALTER TABLE course DROP COLUMN release_id');
    await runner.query(
      `CREATE FUNCTION release_at(course uuid, instant timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
         SELECT id FROM release WHERE course_id = $1 AND effective_at <= $2 AND cancelled_at IS NULL
          ORDER BY effective_at DESC, number DESC LIMIT 1 $$`,
    );
    await runner.query('DROP TRIGGER frozen ON release');
    await runner.query(
      `CREATE TRIGGER frozen BEFORE UPDATE OF course_id, number, note, manifest, detail, published_at, source ON release
         FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    // What learners have seen is not moved and not taken back.
    await runner.query(
      `CREATE TRIGGER seen BEFORE UPDATE OF effective_at, cancelled_at ON release
         FOR EACH ROW WHEN (OLD.effective_at <= now()) EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course ADD COLUMN release_id uuid');
    await runner.query('UPDATE course SET release_id = release_at(id, now())');
    await runner.query('DROP FUNCTION release_at');
    await runner.query('DROP TRIGGER seen ON release');
    await runner.query('DROP TRIGGER frozen ON release');
    await runner.query(
      `CREATE TRIGGER frozen BEFORE UPDATE OF course_id, number, note, manifest, detail, published_at ON release
         FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    );
    await runner.query('DROP INDEX release_course_id_effective_at_idx');
    await runner.query(
      'ALTER TABLE release DROP COLUMN effective_at, DROP COLUMN cancelled_at, DROP COLUMN opened_at, DROP COLUMN source',
    );
  }
}
