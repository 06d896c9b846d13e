import { type Text } from '@haven/shared/contract';
import { type Answer } from '../answer';
import { type Fraction } from '../fraction';

/** How a face is laid out: by `seed` alone, so that every device shows the same. What has to be mixed is mixed even where `shuffle` is off. */
export interface Order {
  readonly question: string;
  readonly seed: number;
  readonly shuffle: boolean;
}

/**
 * What Haven knows to do with one type of question, as pure functions without zod, so that a page may load them. With the two schemas of
 * `QuestionType` it is all that a type is. `Content` is what the author wrote, with the key; `Face` is what a learner may see.
 */
export interface QuestionRules<Content, Face> {
  /** Whether `answer` can have been given to this question, if only in part. */
  accepts(content: Content, answer: Answer): boolean;
  /** The credit, from 0 to 1; null where the type is not scored. */
  grade(content: Content, answer: Answer): Fraction | null;
  /** An answer that earns everything; null where the type is not scored. */
  key(content: Content): Answer | null;
  /** The right answer in plain text, a line each. Nothing where the type is not scored. */
  right(content: Content): Text[];
  /** The question without its key: built field by field, so that a new field of the content cannot slip through. */
  face(content: Content, order: Order): Face;
  /** An answer in plain text, a line each. */
  summarise(face: Face, answer: Answer): Text[];
}
