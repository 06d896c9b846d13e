import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonRow } from '@haven/identity/api';
import { CourseRow } from './course.entity';

/**
 * That somebody is at work in a course, so that two who write at once see each other. One row for a person and a course, written over and
 * over; gone a minute after they are. No history is kept of who worked when.
 */
@Entity('presence')
export class PresenceRow {
  @PrimaryColumn('uuid')
  courseId!: string;

  @ManyToOne(() => CourseRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'course_id' })
  course!: Relation<CourseRow>;

  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  /** The lesson that is open; null where it is the outline. */
  @Column('uuid', { nullable: true })
  lessonId!: string | null;

  @Index()
  @Column('timestamptz')
  seenAt!: Date;
}
