import { type QuizRules } from '@haven/assessment/contract';
import { PersonRow } from '@haven/identity/api';
import { type Text } from '@haven/shared/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A quiz as its authors see it: rules and the questions in their order. `authorId` is whose draft it is. */
@Entity('quiz')
export class QuizRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  title!: Text;

  /** Counts up with its rules, for `If-Match`. */
  @Column('integer')
  version!: number;

  @Column('jsonb')
  rules!: QuizRules;

  @Column('uuid', { array: true })
  questions!: string[];

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** Open to learners, because something published uses it. */
  @Column('boolean')
  published!: boolean;

  /** The throw-away learner of a preview, for whom alone it is; null for a quiz of a course. */
  @Index()
  @Column('uuid', { nullable: true })
  learnerId!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'learner_id' })
  learner!: Relation<PersonRow> | null;
}

/**
 * Where a question that is only drawn stands: in another quiz of the same course, or in another course, whose lessons its evidence names and
 * nobody can be led to from here.
 */
export type Drawn = 'here' | 'elsewhere';

/** A question pinned at a version. */
export interface PinnedQuestion {
  readonly question: string;
  readonly number: number;
  /** It stands in another quiz, and has only the tags that it is drawn by. */
  readonly drawn?: Drawn;
  /** Those at the time of publishing; none where older versions hold none. */
  readonly tags?: readonly string[];
}

/** A quiz as it was published: rules, and each question pinned at a version. Immutable. */
@Entity('quiz_version')
@Index(['quizId', 'hash'], { unique: true })
export class QuizVersionRow {
  @PrimaryColumn('uuid')
  quizId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @ManyToOne(() => QuizRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'quiz_id' })
  quiz!: Relation<QuizRow>;

  @Column('jsonb')
  rules!: QuizRules;

  @Column('jsonb')
  questions!: PinnedQuestion[];

  @Column('text')
  hash!: string;
}
