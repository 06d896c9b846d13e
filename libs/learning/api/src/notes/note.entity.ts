import { PersonRow } from '@haven/identity/api';
import { type Edits } from '@haven/learning/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/**
 * What somebody wrote for themselves at a moment of a lesson's recording. Nobody else reads it, and it goes with the person. A deleted
 * one keeps its place, without its text, so that a change that comes late does not bring it back.
 */
@Entity('note')
@Index(['personId', 'lessonId'])
export class NoteRow {
  @PrimaryColumn('uuid')
  personId!: string;

  /** Made by the device. Beside the person in the key, so that nobody can take the id of another's. */
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('uuid')
  lessonId!: string;

  /** The timeline that `at` is counted in. */
  @Column('uuid')
  recordingId!: string;

  @Column('integer')
  rev!: number;

  @Column('integer')
  at!: number;

  /** Null once it is deleted. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('jsonb')
  edits!: Edits;

  @Column('uuid', { nullable: true })
  twin!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}
