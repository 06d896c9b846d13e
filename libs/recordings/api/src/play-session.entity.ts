import { PersonRow } from '@haven/identity/api';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** One life of a player on one device, by the server's clock: when its first claim came, and what the person had been credited by then. */
@Entity('play_session')
export class PlaySessionRow {
  @PrimaryColumn('uuid')
  personId!: string;

  /** The device's own random id. */
  @PrimaryColumn('uuid')
  id!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('timestamptz')
  startedAt!: Date;

  /** Seconds of media. */
  @Column('integer')
  spentBefore!: number;
}
