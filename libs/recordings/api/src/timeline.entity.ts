import { type Chapter, type Storyboard, type TimelinePiece } from '@haven/recordings/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Probe } from './media/probe';
import { type Rendition } from './media/rendition';
import { bytes } from './bytes';
import { RecordingRow } from './recording.entity';

/** A file of a packaged recording: the object that holds it, its size in bytes and its media type. */
export interface MediaFile {
  readonly object: string;
  readonly size: number;
  readonly type: string;
}

/** Where a player starts: the playlist that names all the others. It changes when a rung is added; every other file never does. */
export const MAIN = 'main.m3u8';

/**
 * One file of a recording and everything that is made of it or counted in its seconds: a timeline. Replacing the file makes the next one;
 * what a release shows stays on the timeline that it pinned. `duration` is the canonical length in whole seconds: no player's clock
 * replaces it.
 */
@Entity('timeline')
export class TimelineRow {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('integer')
  rev!: number;

  @ManyToOne(() => RecordingRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'recording_id' })
  recording!: Relation<RecordingRow>;

  /** The name that the file had, for people; nothing is read from it. */
  @Column('text')
  name!: string;

  /** In bytes. */
  @Column('bigint', { transformer: bytes })
  size!: number;

  /** The upload that brought it, while its bytes are not an object yet. */
  @Column('uuid', { nullable: true })
  uploadId!: string | null;

  /** The object with the file as it came, named by its SHA-256, so that everything can be made of it again. */
  @Index()
  @Column('text', { nullable: true })
  original!: string | null;

  @Column('jsonb', { nullable: true })
  probe!: Probe | null;

  @Column('integer', { default: 0 })
  duration!: number;

  /** The packaged files by name; empty until it is packaged. */
  @Column('jsonb', { default: {} })
  files!: Record<string, MediaFile>;

  /** What a player can choose from, as the main playlist lists it. */
  @Column('jsonb', { default: [] })
  renditions!: Rendition[];

  @Column('jsonb', { nullable: true })
  storyboard!: Omit<Storyboard, 'url'> | null;

  /** What the screen showed, from second `at` on; `file` is one of `files`. */
  @Column('jsonb', { default: [] })
  slides!: { readonly at: number; readonly file: string }[];

  @Column('jsonb', { default: [] })
  chapters!: Chapter[];

  /** Measured silences in seconds: what a machine heard there was not said. */
  @Column('jsonb', { default: [] })
  silences!: (readonly [from: number, to: number])[];

  /** How it sounds (Chromaprint, little-endian 32-bit words), to find its stretches again in another file. */
  @Column('bytea', { nullable: true, select: false })
  fingerprint!: Buffer | null;

  /** Which stretches of the timeline before it are in this one; null where that is not known. */
  @Column('jsonb', { nullable: true })
  pieces!: TimelinePiece[] | null;

  /** Whether a release shows it: then it is for everyone. */
  @Column('boolean', { default: false })
  published!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  isPlayable(): boolean {
    return MAIN in this.files;
  }
}
