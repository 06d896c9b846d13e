import { type ReasonCode } from '@haven/recordings/contract';

/** Why a media file could not be worked on: a stable code, and the facts that its sentence names. */
export interface Problem {
  readonly code: ReasonCode;
  readonly facts: Record<string, string | number>;
}

/** Thrown by every step of the media work. The message is for the log alone: people are shown `reason`, in their own language. */
export class MediaProblem extends Error {
  constructor(
    readonly reason: Problem,
    detail?: string,
  ) {
    super(detail ? `${reason.code}: ${detail}` : reason.code);
    this.name = 'MediaProblem';
  }
}

/** A problem in one line: `problem('cannot-play', { codec: 'hevc' })`. `detail` goes to the log only. */
export function problem(code: ReasonCode, facts: Problem['facts'] = {}, detail?: string): MediaProblem {
  return new MediaProblem({ code, facts }, detail);
}
