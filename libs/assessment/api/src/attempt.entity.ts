import { type Answer } from '@haven/assessment/contract';
import { PersonRow } from '@haven/identity/api';
import { type Locale } from '@haven/shared/contract';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** One try of one person at one version of a quiz. It is never discarded; once submitted it does not change. */
@Entity('attempt')
@Index(['personId', 'quizId'])
export class AttemptRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @ManyToOne(() => PersonRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonRow>;

  @Column('uuid')
  quizId!: string;

  @Column('integer')
  quizVersion!: number;

  /** How many questions this version asks. */
  @Column('integer')
  questions!: number;

  /** The release through which the person came to it. */
  @Column('uuid')
  releaseId!: string;

  /** Decides the order of whatever is shuffled, the same on every device. */
  @Column('integer')
  seed!: number;

  @Column('timestamptz')
  startedAt!: Date;

  /** What is answered later does not count; null without a limit of time. The person's extra time is in it. */
  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  /** The questions whose answers are fixed, because what is right was shown. */
  @Column('uuid', { array: true })
  confirmed!: string[];

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** The sum of the credits of its scored questions, 0 to their number; null until it is submitted. */
  @Column('double precision', { nullable: true })
  credit!: number | null;

  @Column('boolean', { nullable: true })
  passed!: boolean | null;

  isOpen(): boolean {
    return this.submittedAt === null;
  }
}

/** One answer in an attempt, as it was made. The client made the id, so it is stored once however often it is sent. */
@Entity('response')
export class ResponseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  attemptId!: string;

  @ManyToOne(() => AttemptRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'attempt_id' })
  attempt!: Relation<AttemptRow>;

  @Column('uuid')
  questionId!: string;

  @Column('jsonb')
  answer!: Answer;

  @Column('integer')
  seq!: number;

  /** By the clock of the device, but never after it came. */
  @Column('timestamptz')
  answeredAt!: Date;

  /** The language that the question was read in; null where the device did not say. Kept to tell whether a question is harder in one. */
  @Column('text', { nullable: true })
  lang!: Locale | null;

  /** It came once the attempt was handed in or its question confirmed, or was given after its deadline: it is kept, and does not count. */
  @Column('boolean')
  late!: boolean;
}
