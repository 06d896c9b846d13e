import { PersonRow } from '@haven/identity/api';
import { type Cue, type StudioTrack } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TimelineRow } from './timeline.entity';

/** The captions of a timeline in one language, as WebVTT. Learners meet them only once someone has reviewed them. */
@Entity('caption_track')
export class CaptionTrackRow {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('integer')
  rev!: number;

  @PrimaryColumn('text')
  locale!: Locale;

  @ManyToOne(() => TimelineRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn([
    { name: 'recording_id', referencedColumnName: 'recordingId' },
    { name: 'rev', referencedColumnName: 'rev' },
  ])
  timeline!: Relation<TimelineRow>;

  /** Counts what was saved, for `If-Match`. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('text')
  vtt!: string;

  @Column('text')
  origin!: StudioTrack['origin'];

  /** What a machine heard and nobody is shown before a person has looked at it. */
  @Column('jsonb', { default: [] })
  heldBack!: Cue[];

  @Column('date', { nullable: true })
  reviewedOn!: string | null;

  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reviewed_by' })
  reviewer!: Relation<PersonRow> | null;
}
