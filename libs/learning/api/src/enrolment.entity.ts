import { PersonRow } from '@haven/identity/api';
import { type Evidence } from '@haven/learning/contract';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** That someone began a course. */
@Entity('enrolment')
export class EnrolmentRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  courseId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('timestamptz')
  enrolledAt!: Date;
}

/** That someone read a lesson to its end, or marked it as read. A fact: the first time counts, and it is never taken back. */
@Entity('lesson_read')
export class LessonReadRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  lessonId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('timestamptz')
  readAt!: Date;
}

/**
 * That a lesson was completed: awarded once, with the release whose rule was met and what met it. A promise: nothing changes or deletes it,
 * no later release and no edit, except the erasure of the person themselves.
 */
@Entity('lesson_completion')
export class LessonCompletionRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  lessonId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('uuid')
  releaseId!: string;

  @Column('jsonb')
  evidence!: Evidence;

  @Column('timestamptz')
  completedAt!: Date;
}

/**
 * That someone who had completed a course went through a lesson again, as release `releaseNumber` has it, because they were asked to. A fact:
 * nothing depends on it but what they are asked.
 */
@Entity('lesson_renewal')
export class LessonRenewalRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  lessonId!: string;

  @PrimaryColumn('integer')
  releaseNumber!: number;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('timestamptz')
  renewedAt!: Date;
}

/** That a course was completed: every lesson of one release. A promise, like the completion of a lesson. */
@Entity('course_completion')
export class CourseCompletionRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  courseId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('uuid')
  releaseId!: string;

  @Column('integer')
  releaseNumber!: number;

  @Column('timestamptz')
  completedAt!: Date;
}
