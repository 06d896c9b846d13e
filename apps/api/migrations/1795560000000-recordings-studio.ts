import { type MigrationInterface, type QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE timeline (
       recording_id uuid NOT NULL,
       rev integer NOT NULL,
       name text NOT NULL,
       size bigint NOT NULL,
       upload_id uuid,
       original text,
       probe jsonb,
       duration integer NOT NULL DEFAULT 0,
       files jsonb NOT NULL DEFAULT '{}',
       renditions jsonb NOT NULL DEFAULT '[]',
       storyboard jsonb,
       slides jsonb NOT NULL DEFAULT '[]',
       chapters jsonb NOT NULL DEFAULT '[]',
       silences jsonb NOT NULL DEFAULT '[]',
       fingerprint bytea,
       pieces jsonb,
       published boolean NOT NULL DEFAULT false,
       created_at timestamptz NOT NULL,
       CONSTRAINT timeline_pkey PRIMARY KEY (recording_id, rev))`,
  `CREATE INDEX timeline_original_idx ON timeline (original)`,
  `INSERT INTO timeline (recording_id, rev, name, size, original, duration, files, chapters, published, created_at)
     SELECT id, rev, slug, coalesce((SELECT sum((file.value->>'size')::bigint) FROM jsonb_each(files) file), 0),
            original, duration, files, chapters, published, created_at FROM recording`,
  `ALTER TABLE timeline ADD CONSTRAINT timeline_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording(id) ON DELETE CASCADE`,
  `CREATE TABLE processing_step (
       recording_id uuid NOT NULL,
       rev integer NOT NULL,
       name text NOT NULL,
       status text NOT NULL,
       progress integer NOT NULL DEFAULT 0,
       reason jsonb,
       input jsonb,
       tries integer NOT NULL DEFAULT 0,
       holder text,
       beat_at timestamptz,
       CONSTRAINT processing_step_pkey PRIMARY KEY (recording_id, rev, name))`,
  `CREATE INDEX processing_step_status_idx ON processing_step (status)`,
  // What was brought in before there were steps is packaged by an older packager: that runs again, so that a rung can be added to it.
  `INSERT INTO processing_step (recording_id, rev, name, status)
     SELECT t.recording_id, t.rev, s.name, CASE WHEN s.name = 'check' THEN 'done' ELSE 'waiting' END FROM timeline t,
            unnest(ARRAY['check', 'probe', 'package', 'audio', 'slides', 'storyboard', 'transcribe', 'ladder']) AS s(name)`,
  `ALTER TABLE processing_step ADD CONSTRAINT processing_step_recording_id_rev_fkey FOREIGN KEY (recording_id, rev) REFERENCES timeline(recording_id, rev) ON DELETE CASCADE`,
  `ALTER TABLE recording
     ADD COLUMN version integer NOT NULL DEFAULT 1,
     ADD COLUMN author_id uuid,
     ADD COLUMN archived_at timestamptz,
     DROP COLUMN duration, DROP COLUMN chapters, DROP COLUMN original, DROP COLUMN files, DROP COLUMN published`,
  `CREATE INDEX recording_author_id_idx ON recording (author_id)`,
  `ALTER TABLE recording ADD CONSTRAINT recording_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id) ON DELETE SET NULL`,
  `ALTER TABLE caption_track
     ADD COLUMN rev integer,
     ADD COLUMN version integer NOT NULL DEFAULT 1,
     ADD COLUMN origin text NOT NULL DEFAULT 'file',
     ADD COLUMN held_back jsonb NOT NULL DEFAULT '[]',
     ADD COLUMN reviewed_by uuid,
     DROP CONSTRAINT caption_track_recording_id_fkey,
     DROP CONSTRAINT caption_track_pkey`,
  `UPDATE caption_track SET rev = recording.rev FROM recording WHERE recording.id = recording_id`,
  `ALTER TABLE caption_track
     ALTER COLUMN rev SET NOT NULL,
     ALTER COLUMN origin DROP DEFAULT,
     ADD CONSTRAINT caption_track_pkey PRIMARY KEY (recording_id, rev, locale),
     ADD CONSTRAINT caption_track_recording_id_rev_fkey FOREIGN KEY (recording_id, rev) REFERENCES timeline(recording_id, rev) ON DELETE CASCADE,
     ADD CONSTRAINT caption_track_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES person(id) ON DELETE SET NULL`,
  `CREATE TABLE upload (
       id uuid NOT NULL,
       person_id uuid NOT NULL,
       name text NOT NULL,
       size bigint NOT NULL,
       language text NOT NULL,
       replaces uuid,
       sha256 text,
       started_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       completed_at timestamptz,
       CONSTRAINT upload_pkey PRIMARY KEY (id))`,
  `CREATE INDEX upload_person_id_idx ON upload (person_id)`,
  `ALTER TABLE upload ADD CONSTRAINT upload_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  `ALTER TABLE upload ADD CONSTRAINT upload_replaces_fkey FOREIGN KEY (replaces) REFERENCES recording(id) ON DELETE CASCADE`,
];

const down = [
  `DROP TABLE upload`,
  `ALTER TABLE recording
     ADD COLUMN duration integer NOT NULL DEFAULT 0, ADD COLUMN chapters jsonb NOT NULL DEFAULT '[]', ADD COLUMN original text NOT NULL DEFAULT '',
     ADD COLUMN files jsonb NOT NULL DEFAULT '{}', ADD COLUMN published boolean NOT NULL DEFAULT false,
     DROP COLUMN version, DROP COLUMN author_id, DROP COLUMN archived_at`,
  `UPDATE recording SET duration = t.duration, chapters = t.chapters, original = coalesce(t.original, ''), files = t.files, published = t.published
     FROM timeline t WHERE t.recording_id = id AND t.rev = recording.rev`,
  `DELETE FROM caption_track c USING recording r WHERE r.id = c.recording_id AND r.rev <> c.rev`,
  `ALTER TABLE caption_track DROP CONSTRAINT caption_track_recording_id_rev_fkey, DROP CONSTRAINT caption_track_pkey,
     DROP COLUMN rev, DROP COLUMN version, DROP COLUMN origin, DROP COLUMN held_back, DROP COLUMN reviewed_by,
     ADD CONSTRAINT caption_track_pkey PRIMARY KEY (recording_id, locale),
     ADD CONSTRAINT caption_track_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES recording(id) ON DELETE CASCADE`,
  `DROP TABLE processing_step, timeline`,
];

/** The studio of recordings: timelines of their own, what is done with each step by step, captions under review, and uploads. */
export class RecordingsStudio1795560000000 implements MigrationInterface {
  name = 'RecordingsStudio1795560000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
