import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Pictures and files of lessons. */
export class LessonMedia1795770000000 implements MigrationInterface {
  name = 'LessonMedia1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE lesson_media (
         id uuid NOT NULL PRIMARY KEY,
         course_id uuid NOT NULL REFERENCES course(id) ON DELETE CASCADE,
         person_id uuid REFERENCES person(id) ON DELETE SET NULL,
         size integer NOT NULL,
         hash text,
         media jsonb,
         objects jsonb NOT NULL,
         published boolean NOT NULL,
         created_at timestamptz NOT NULL)`,
    );
    await runner.query('CREATE INDEX lesson_media_person_id_idx ON lesson_media (person_id)');
    await runner.query('CREATE INDEX lesson_media_hash_idx ON lesson_media (hash)');
    await runner.query('CREATE UNIQUE INDEX lesson_media_course_id_hash_idx ON lesson_media (course_id, hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lesson_media');
  }
}
