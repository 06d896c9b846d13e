import { type Locale } from '@haven/shared/contract';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RecordingRow } from './recording.entity';

/** The captions of a recording in one language, as WebVTT. Learners meet it only once someone has reviewed it. */
@Entity('caption_track')
export class CaptionTrackRow {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('text')
  locale!: Locale;

  @ManyToOne(() => RecordingRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'recording_id' })
  recording!: Relation<RecordingRow>;

  @Column('text')
  vtt!: string;

  @Column('date', { nullable: true })
  reviewedOn!: string | null;
}
