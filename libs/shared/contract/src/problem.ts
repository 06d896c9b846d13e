import * as z from 'zod';

/** The stable codes of refusals; the words for them in each language live in the web dictionaries. */
export const problemCodes = [
  'invalid',
  'not-signed-in',
  'not-found',
  'conflict',
  'stale',
  'not-allowed-origin',
  'too-many-tries',
  'wrong-credentials',
  'attempt-closed',
  'attempts-used-up',
  'too-soon',
  'not-open-yet',
  'closed',
  'needs-courses',
  'locked',
  'nothing-to-publish',
  'not-publishable',
  'bad-package',
  'bad-media',
  'too-large',
  'quota-used-up',
  'no-room',
  'busy',
  'failed',
] as const;
export const ProblemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** A refusal in the shape of RFC 9457, `application/problem+json`: a stable code, a plain sentence, the fields at fault. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  status: z.number().int(),
  code: ProblemCode,
  title: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
