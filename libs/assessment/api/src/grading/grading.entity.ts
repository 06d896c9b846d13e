import { PersonRow } from '@haven/identity/api';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AttemptRow } from '../attempt.entity';
import { QuizRow } from '../quiz.entity';

/**
 * Something that was done to the grades of a quiz: a question graded by a corrected key (`key`), credit given for one answer (`credit`), or
 * one of these taken back (`undo`). Immutable; what an attempt earns follows from its answers and those of these that stand.
 */
@Entity('grading')
@Index(['quizId'])
export class GradingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  quizId!: string;

  @ManyToOne(() => QuizRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'quiz_id' })
  quiz!: Relation<QuizRow>;

  @Column('text')
  kind!: 'key' | 'credit' | 'undo';

  @Column('uuid')
  questionId!: string;

  /** The version of the question whose key counts. */
  @Column('integer', { nullable: true })
  number!: number | null;

  /** Whether credit may fall by it. */
  @Column('boolean')
  lower!: boolean;

  /** The one attempt that it is about; null where it is about all. */
  @Index()
  @Column('uuid', { nullable: true })
  attemptId!: string | null;

  @ManyToOne(() => AttemptRow, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'attempt_id' })
  attempt!: Relation<AttemptRow> | null;

  @Column('integer', { nullable: true })
  percent!: number | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Unique: what is taken back once cannot be taken back again. */
  @Column('uuid', { nullable: true, unique: true })
  undoes!: string | null;

  @ManyToOne(() => GradingRow, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'undoes' })
  undone!: Relation<GradingRow> | null;

  /** Who did it; null once that person is erased. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  @ManyToOne(() => PersonRow, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'by_id' })
  by!: Relation<PersonRow> | null;

  @Column('timestamptz')
  at!: Date;
}
