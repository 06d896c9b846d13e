import { PersonRow } from '@haven/identity/api';
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/** More time for a person, in every quiz with a limit: so many per cent of it. Why is nobody's business and is not stored. */
@Entity('extra_time')
export class ExtraTimeRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @OneToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('integer')
  percent!: number;
}

/** A code that gives one person more time. Who made it for whom is not stored. */
@Entity('time_code')
export class TimeCodeRow {
  /** SHA-256: whoever reads the table has no code. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('integer')
  percent!: number;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Who used it, so that they may send it again when the answer was lost; null while nobody has. */
  @Index()
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow> | null;
}
