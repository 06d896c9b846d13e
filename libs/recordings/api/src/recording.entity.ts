import { PersonRow } from '@haven/identity/api';
import { type Locale, type Text } from '@haven/shared/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/**
 * A webinar recording: what people write about it, and which of its timelines is the present one. The media themselves, and everything
 * that is counted in their seconds, belong to a timeline.
 */
@Entity('recording')
export class RecordingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('text')
  slug!: string;

  /** Counts what was written here, for `If-Match`. */
  @Column('integer', { default: 1 })
  version!: number;

  /** The present timeline. A newer one that waits to replace it does not count yet. */
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

  @Index()
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'author_id' })
  author!: Relation<PersonRow> | null;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
