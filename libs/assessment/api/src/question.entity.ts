import { type QuestionContent } from '@haven/assessment/contract';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A question: a stable id and the number of the version that its authors see. */
@Entity('question')
export class QuestionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  draft!: number;

  /** What it can be drawn by. A quiz that is published pins them. */
  @Column('text', { array: true })
  tags!: string[];

  /** Its author has called it ready. A draft is published by no quiz. */
  @Column('boolean')
  ready!: boolean;
}

/** One wording of a question. Immutable: a trigger refuses changes, so that an attempt is graded by what was asked. */
@Entity('question_version')
export class QuestionVersionRow {
  @PrimaryColumn('uuid')
  questionId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @ManyToOne(() => QuestionRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'question_id' })
  question!: Relation<QuestionRow>;

  @Column('jsonb')
  content!: QuestionContent;

  @Column('text')
  hash!: string;

  /** Who wrote it; null once that person is erased. */
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
