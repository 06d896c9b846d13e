import { type Chapter } from '@haven/recordings/contract';
import { type Locale, type Text } from '@haven/shared/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file of a packaged recording: the object that holds it, its size in bytes and its media type. */
export interface MediaFile {
  readonly object: string;
  readonly size: number;
  readonly type: string;
}

/**
 * A webinar recording. `rev` counts its timelines: coverage, captions and chapters belong to one. `duration` is the canonical length in
 * whole seconds; no player's clock replaces it. It can be shown to learners once it is packaged and something published uses it.
 */
@Entity('recording')
export class RecordingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('text')
  slug!: string;

  @Column('integer')
  rev!: number;

  @Column('jsonb')
  title!: Text;

  @Column('jsonb')
  description!: Text;

  @Column('text')
  language!: Locale;

  @Column('date')
  recordedOn!: string;

  @Column('boolean')
  synthetic!: boolean;

  @Column('text', { array: true })
  speakers!: string[];

  @Column('integer')
  duration!: number;

  @Column('jsonb')
  chapters!: Chapter[];

  /** The upload as it came, so that it can be packaged again. */
  @Column('text')
  original!: string;

  /** The packaged files by name; empty until it is packaged. `main.m3u8` is where a player starts. */
  @Column('jsonb')
  files!: Record<string, MediaFile>;

  @Column('boolean')
  published!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  isPlayable(): boolean {
    return 'main.m3u8' in this.files;
  }
}
