import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonRow } from './person.entity';

/** A browser that someone uses. Holds the SHA-256 of its token, never the token; no address and no user agent of the browser. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('bytea')
  token!: Buffer;

  @Index()
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('timestamptz')
  createdAt!: Date;

  /** When it was last used, to about five minutes. */
  @Column('timestamptz')
  seenAt!: Date;
}
