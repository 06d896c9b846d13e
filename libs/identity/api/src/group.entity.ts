import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonRow } from './person.entity';

/** A group of learners. `code` lets in whoever has it. Deleted, it can be brought back for a month. */
@Entity('learner_group')
export class GroupRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Index({ unique: true })
  @Column('text')
  code!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}

/** That somebody is in a group, by their own doing. */
@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @Index()
  @PrimaryColumn('uuid')
  groupId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @ManyToOne(() => GroupRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'group_id' })
  group!: Relation<GroupRow>;

  @Column('timestamptz')
  joinedAt!: Date;
}
