import { PersonRow } from '@haven/identity/api';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RecordingRow } from './recording.entity';

/**
 * What one person has watched of one timeline of a recording: a union of ranges of whole seconds, which only ever grows. `watchedS` is its
 * length, kept beside it by the same statement so that reports need not unpack it. The table leaves a fifth of each page free and has no
 * index on what changes, so that most writes stay within their page.
 */
@Entity('coverage')
export class CoverageRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('integer')
  rev!: number;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @ManyToOne(() => RecordingRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'recording_id' })
  recording!: Relation<RecordingRow>;

  /** PostgreSQL's text of an `int4multirange`: `{[0,12),[40,51)}`. */
  @Column('int4multirange', { default: '{}' })
  seen!: string;

  /** What was played without a line and without a lease. Has nothing in common with `seen`, and ends where the recording does. */
  @Column('int4multirange', { default: '{}' })
  unproven!: string;

  @Column('integer', { default: 0 })
  watchedS!: number;

  /** Where the playhead was last, in seconds. The last writer wins; it is no fact. */
  @Column('integer', { default: 0 })
  position!: number;

  @Column('timestamptz', { nullable: true })
  transcriptReadAt!: Date | null;
}
