import { type CompletionRule, type CourseDetail, type ForCompleted } from '@haven/catalog/contract';
import { type QuizFace } from '@haven/assessment/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type CourseContent, type LessonContent, type unusual } from './content';
import { type Renewals } from './renewals';

/** A course: its address, and whose draft it is. Its words are versions of the item with the same id. */
@Entity('course')
export class CourseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('text')
  slug!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** Since when it is deleted: nobody meets it any more, and it can be brought back as it was. */
  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
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
  /** The hash of that version: equal ones are equal for a reader. Releases of older days have none. */
  readonly hash?: string;
  readonly rule: CompletionRule;
  readonly recording: { readonly id: string; readonly rev: number; readonly duration: number } | null;
  readonly quiz: (QuizFace & { readonly version: number }) | null;
}

/** The pinned tree of a release, lessons in their order. */
export interface Manifest {
  readonly course: number;
  /** Because of which sections learners are shown no Spanish. */
  readonly withheld?: readonly string[];
  readonly lessons: readonly PinnedLesson[];
}

type Settings = Pick<CourseContent, keyof typeof unusual>;

/**
 * A course as its page shows it, but for the number and the time, which the release itself has. Of the settings it has those that are not as
 * usual, as the content has them.
 */
export type ReleasedPage = Omit<CourseDetail, 'release' | 'phase' | keyof Settings> & Settings;

/**
 * A published version of a course, complete and immutable: the manifest pins, `detail` is the course as its page shows it. Learners see the
 * one that came into effect last and was not cancelled before; `release_at` in the database says which. Until it is in effect it can be moved
 * and cancelled.
 */
@Entity('release')
@Index(['courseId', 'number'], { unique: true })
@Index(['courseId', 'effectiveAt'])
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
  detail!: ReleasedPage;

  @Column('uuid', { nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz')
  publishedAt!: Date;

  /** From when on learners see it. */
  @Column('timestamptz')
  effectiveAt!: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  /** When what it shows was opened to everyone: recordings, pictures and files. Not before it is in effect. */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  /** The number of the release that this one brings back. */
  @Column('integer', { nullable: true })
  source!: number | null;

  /** What its editor chose for those who had completed the course. */
  @Column('text')
  completed!: ForCompleted;

  /** What is news in it, and since when. */
  @Column('jsonb')
  renewals!: Renewals;
}
