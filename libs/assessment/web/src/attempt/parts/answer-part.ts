import { Directive, input } from '@angular/core';
import { type QuestionFace, type QuestionKind } from '@haven/assessment/contract';
import { type Answer } from '@haven/assessment/contract/plain';

export type FaceOf<K extends QuestionKind> = Extract<QuestionFace, { kind: K }>;

/** What every component to answer a question takes. It shows `answer` and tells each new one at once, whole. */
@Directive()
export abstract class AnswerPart<Face extends QuestionFace> {
  readonly question = input.required<Face>();
  readonly answer = input.required<Answer>();
  readonly give = input.required<(answer: Answer) => void>();
}
