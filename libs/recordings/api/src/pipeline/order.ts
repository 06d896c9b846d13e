import { type RecordingState, type Step, type StepName, stepNames } from '@haven/recordings/contract';

/** Without these nothing can be played: what comes after them waits until they are done. */
const needed: readonly StepName[] = ['check', 'probe', 'package'];

/** The steps that stand between the last byte and the first frame. They never wait behind the long ones of another recording. */
export const isQuick = (name: StepName): boolean => needed.includes(name);

type Standing = Pick<Step, 'name' | 'status'>;

/** Sorted as they are done. */
export const inOrder = <S extends Standing>(steps: readonly S[]): S[] =>
  [...steps].sort((a, b) => stepNames.indexOf(a.name) - stepNames.indexOf(b.name));

/** The step of a timeline that can be begun now; null while one is running, and where a needed one has failed. */
export function nextStep<S extends Standing>(steps: readonly S[]): S | null {
  if (steps.some((step) => step.status === 'running')) return null;
  for (const step of inOrder(steps)) {
    if (step.status === 'waiting') return step;
    if (step.status === 'failed' && needed.includes(step.name)) return null;
  }
  return null;
}

/** Where a timeline stands as a whole. `stateInSql` says the same to the database. */
export function stateOf(steps: readonly Standing[]): RecordingState {
  if (steps.some((step) => step.status === 'failed')) return 'failed';
  if (steps.every((step) => step.status === 'done' || step.status === 'skipped')) return 'done';
  if (steps.some((step) => step.name === 'package' && step.status === 'done')) return 'playable';
  return steps.some((step) => step.status !== 'waiting') ? 'processing' : 'uploaded';
}

/** `stateOf` over the rows of `processing_step` in a group. */
export const stateInSql = `CASE WHEN bool_or(status = 'failed') THEN 'failed'
  WHEN bool_and(status IN ('done', 'skipped')) THEN 'done'
  WHEN bool_or(name = 'package' AND status = 'done') THEN 'playable'
  WHEN bool_or(status <> 'waiting') THEN 'processing' ELSE 'uploaded' END`;
