import { PersonRow, SessionRow } from '@haven/identity/api';
import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRow, type Manifest, type ReleasedPage } from '../course.entity';

/**
 * That somebody goes through a course as a learner, to see it. It pins what the learner meets as a release does. It is gone with the session
 * that it was begun in; its learner, and with them all that they did, is taken away soon after.
 */
@Entity('preview')
export class PreviewRow {
  /** The throw-away learner, who is of this preview alone: so it is the name of the preview too. */
  @PrimaryColumn('uuid')
  personId!: string;

  @OneToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  /** Whose it is. */
  @Index()
  @Column('bytea')
  sessionToken!: Buffer;

  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'session_token' })
  session!: Relation<SessionRow>;

  @Index()
  @Column('uuid')
  courseId!: string;

  @ManyToOne(() => CourseRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'course_id' })
  course!: Relation<CourseRow>;

  /** That of the release; of a draft the one that it would have. */
  @Column('integer')
  number!: number;

  @Column('jsonb')
  manifest!: Manifest;

  @Column('jsonb')
  detail!: ReleasedPage;

  @Column('timestamptz')
  effectiveAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
