import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Courses that are deleted: learners see no release of them, whichever there is. `last_release_at` says which one that would be. */
export class CourseDeleted1795810000002 implements MigrationInterface {
  name = 'CourseDeleted1795810000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course ADD COLUMN deleted_at timestamptz');
    await runner.query('ALTER FUNCTION release_at(uuid, timestamptz) RENAME TO last_release_at');
    await runner.query(
      `CREATE FUNCTION release_at(course uuid, instant timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
         SELECT last_release_at(c.id, $2) FROM course c WHERE c.id = $1 AND c.deleted_at IS NULL $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION release_at(uuid, timestamptz)');
    await runner.query('ALTER FUNCTION last_release_at(uuid, timestamptz) RENAME TO release_at');
    await runner.query('ALTER TABLE course DROP COLUMN deleted_at');
  }
}
