import { PersonRow } from '@haven/identity/api';
import { type LessonMedia } from '@haven/catalog/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRow } from '../course.entity';

/**
 * A picture or a file of a course. The row reserves its bytes before the first of them is accepted; `hash` is null until they are stored.
 * `objects`: the stored bytes by the name they are asked for. `published`: a release has shown it, so everyone may have it.
 */
@Entity('lesson_media')
@Index(['courseId', 'hash'], { unique: true })
export class LessonMediaRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  courseId!: string;

  @ManyToOne(() => CourseRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'course_id' })
  course!: Relation<CourseRow>;

  @Index()
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow> | null;

  @Column('integer')
  size!: number;

  @Index()
  @Column('text', { nullable: true })
  hash!: string | null;

  @Column('jsonb', { nullable: true })
  media!: LessonMedia | null;

  @Column('jsonb')
  objects!: Record<string, string>;

  @Column('boolean')
  published!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
