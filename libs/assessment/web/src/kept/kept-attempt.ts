import { type AttemptDetail, type PracticeAttempt, type PracticeSheet } from '@haven/assessment/contract';

/** Practice that was begun on this device: of which lesson, what it is marked by, and how it stands. */
export interface Practice {
  readonly course: string;
  readonly lesson: string;
  readonly sheet: PracticeSheet;
  readonly attempt: PracticeAttempt;
}

/** An attempt on this device: as the server last told it, or begun here. No keys are in it but those of practice. */
export type KeptAttempt = { readonly id: string } & (
  { readonly detail: AttemptDetail; readonly practice: null } | { readonly detail: null; readonly practice: Practice }
);
