import { stepNames, stepStatuses, type StepName } from '@haven/recordings/contract';
import * as fc from 'fast-check';
import { nextStep, stateOf } from './order';

const steps = fc.tuple(
  ...stepNames.map((name) => fc.record({ name: fc.constant(name), status: fc.constantFrom(...stepStatuses) })),
);

describe('the order of steps', () => {
  it('takes them one at a time, the first that waits', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const next = nextStep(all);
        const waiting = all.filter(({ status }) => status === 'waiting');
        if (all.some(({ status }) => status === 'running')) expect(next).toBeNull();
        else if (next) expect(next).toBe(waiting[0]);
        const done = all.filter(({ status }) => status === 'done' || status === 'skipped');
        expect(stateOf(all) === 'done').toBe(done.length === all.length);
      }),
    );
  });

  it('goes no further where a step has failed that others need, and on where they do not', () => {
    const standing = (failed: StepName) =>
      stepNames.map((name) => ({ name, status: name === failed ? ('failed' as const) : ('waiting' as const) }));
    expect(nextStep(standing('check'))).toBeNull();
    const later = standing('audio').map((step, at) => (at < 3 ? { ...step, status: 'done' as const } : step));
    expect(nextStep(later)?.name).toBe('slides');
    expect(stateOf(later)).toBe('failed');
  });
});
