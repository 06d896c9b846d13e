import { type Reason, type RunStep, type Step, type StepName } from '@haven/recordings/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TimelineRow } from '../timeline.entity';

/** What a person asked of a step beyond running it: the script to time, or the seconds at which slides shall be. */
export type StepInput = RunStep & { readonly slides?: readonly number[] };

/**
 * One step of what is done with a timeline's file. A worker that takes it writes its own name into `holder` and keeps `beatAt` fresh; a step
 * whose holder is gone goes back to waiting, and after `MAX_TRIES` of that it has failed.
 */
@Entity('processing_step')
export class StepRow {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('integer')
  rev!: number;

  @PrimaryColumn('text')
  name!: StepName;

  @ManyToOne(() => TimelineRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn([
    { name: 'recording_id', referencedColumnName: 'recordingId' },
    { name: 'rev', referencedColumnName: 'rev' },
  ])
  timeline!: Relation<TimelineRow>;

  @Index()
  @Column('text')
  status!: Step['status'];

  /** In per cent. */
  @Column('integer', { default: 0 })
  progress!: number;

  @Column('jsonb', { nullable: true })
  reason!: Reason | null;

  @Column('jsonb', { nullable: true })
  input!: StepInput | null;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column('text', { nullable: true })
  holder!: string | null;

  @Column('timestamptz', { nullable: true })
  beatAt!: Date | null;
}
