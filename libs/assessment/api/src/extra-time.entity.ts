import { PersonRow } from '@haven/identity/api';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

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
