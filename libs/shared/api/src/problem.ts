import { HttpException } from '@nestjs/common';
import { type Problem, type ProblemCode } from '@haven/shared/contract';

const statuses: Record<ProblemCode, number> = {
  invalid: 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-allowed-origin': 403,
  'not-open-yet': 403,
  closed: 403,
  'needs-courses': 403,
  locked: 403,
  'not-found': 404,
  conflict: 409,
  stale: 409,
  'attempt-closed': 409,
  'attempts-used-up': 409,
  'too-soon': 409,
  'nothing-to-publish': 409,
  'not-publishable': 409,
  'bad-package': 422,
  'bad-media': 422,
  'too-large': 413,
  'quota-used-up': 413,
  'no-room': 507,
  'too-many-tries': 429,
  failed: 500,
  busy: 503,
};

/** A refusal with its code, a plain sentence and, where there are any, the fields at fault. Thrown by services, sent as it stands. */
export class Refusal extends HttpException {
  constructor(
    readonly code: ProblemCode,
    title: string,
    readonly fields?: Problem['fields'],
    readonly retryAfterSeconds?: number,
  ) {
    super(title, statuses[code]);
  }

  /** The body, RFC 9457. */
  toProblem(): Problem {
    return {
      type: 'about:blank',
      status: this.getStatus(),
      code: this.code,
      title: this.message,
      ...(this.fields && { fields: this.fields }),
    };
  }
}

/** What is not there, and what is not yours: one and the same answer, byte for byte. */
export const notFound = () => new Refusal('not-found', 'There is nothing here, or it is not yours to see.');

/** Someone else saved in the meantime. */
export const stale = () =>
  new Refusal('stale', 'Someone else changed this after you opened it. Nothing was overwritten.');
