import { PersonRow } from '@haven/identity/api';
import { type Locale } from '@haven/shared/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { bytes } from '../bytes';
import { RecordingRow } from '../recording.entity';

/** A file on its way. The row reserves its bytes before the first of them is accepted, and goes when the file is an object. */
@Entity('upload')
export class UploadRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('text')
  name!: string;

  @Column('bigint', { transformer: bytes })
  size!: number;

  @Column('text')
  language!: Locale;

  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @ManyToOne(() => RecordingRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'replaces' })
  replaced!: Relation<RecordingRow> | null;

  /** SHA-256 as the browser computed it, in hexadecimal. */
  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When the last byte arrived and the recording was made of it. */
  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;
}
