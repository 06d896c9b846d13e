import { type CompletionRule, type CourseDetail } from '@haven/catalog/contract';
import { type QuizFace } from '@haven/assessment/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type CourseContent, type LessonContent } from './content';

/** A course: its address, whose draft it is, and which release everyone sees. Its words are versions of the item with the same id. */
@Entity('course')
export class CourseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('text')
  slug!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** The release that learners see; null while nothing is published. */
  @Column('uuid', { nullable: true })
  releaseId!: string | null;
}

/** Something with a stable id and immutable versions: a course or a lesson. `draft` is the number of the version that authors see. */
@Entity('item')
@Index(['courseId', 'slug'], { unique: true })
export class ItemRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  courseId!: string;

  @ManyToOne(() => CourseRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'course_id' })
  course!: Relation<CourseRow>;

  @Column('text')
  kind!: 'course' | 'lesson';

  @Column('text')
  slug!: string;

  @Column('integer')
  draft!: number;
}

/** One version of an item. Immutable: a trigger refuses every change but the erasure of its author. */
@Entity('item_version')
export class ItemVersionRow {
  @PrimaryColumn('uuid')
  itemId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @ManyToOne(() => ItemRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'item_id' })
  item!: Relation<ItemRow>;

  @Column('jsonb')
  content!: CourseContent | LessonContent;

  @Column('text')
  hash!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A lesson pinned by a release: everything that its completion is judged by. */
export interface PinnedLesson {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly rule: CompletionRule;
  readonly recording: { readonly id: string; readonly rev: number; readonly duration: number } | null;
  readonly quiz: (QuizFace & { readonly version: number }) | null;
}

/** The pinned tree of a release, lessons in their order. */
export interface Manifest {
  readonly course: number;
  readonly lessons: readonly PinnedLesson[];
}

/** A published version of a course, complete and immutable: the manifest pins, `detail` is the course as its page shows it. */
@Entity('release')
@Index(['courseId', 'number'], { unique: true })
export class ReleaseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  courseId!: string;

  @ManyToOne(() => CourseRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'course_id' })
  course!: Relation<CourseRow>;

  @Column('integer')
  number!: number;

  @Column('text')
  note!: string;

  @Column('jsonb')
  manifest!: Manifest;

  @Column('jsonb')
  detail!: CourseDetail;

  @Column('uuid', { nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz')
  publishedAt!: Date;
}
