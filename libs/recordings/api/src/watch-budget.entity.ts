import { PersonRow } from '@haven/identity/api';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/**
 * What one person has ever been credited for time that passed, in seconds of media, over all sessions and devices. What was credited as
 * slack is not in it: the slack is a bucket that is full again at `slackFullAt`.
 */
@Entity('watch_budget')
export class WatchBudgetRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @OneToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('integer', { default: 0 })
  spent!: number;

  @Column('timestamptz')
  slackFullAt!: Date;
}
