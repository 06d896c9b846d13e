import fc from 'fast-check';
import { oneRange } from './one-range';

describe('oneRange', () => {
  it.each([
    ['bytes=0-499', 1000, { start: 0, end: 499 }],
    ['bytes=500-', 1000, { start: 500, end: 999 }],
    ['bytes=-200', 1000, { start: 800, end: 999 }],
    ['bytes=-2000', 1000, { start: 0, end: 999 }],
    ['bytes=900-2000', 1000, { start: 900, end: 999 }],
    ['bytes=1000-', 1000, 'unsatisfiable'],
    ['bytes=-0', 1000, 'unsatisfiable'],
    ['bytes=5-4', 1000, null],
    ['bytes=-', 1000, null],
    ['bytes=0-1,5-6', 1000, null],
    ['lines=0-1', 1000, null],
    [undefined, 1000, null],
  ])('%s of %i', (header, size, range) => expect(oneRange(header, size)).toEqual(range));

  it('never names a byte that is not there', () =>
    fc.assert(
      fc.property(fc.option(fc.nat(3000)), fc.option(fc.nat(3000)), fc.integer({ min: 1, max: 2000 }), (a, b, size) => {
        const range = oneRange(`bytes=${a ?? ''}-${b ?? ''}`, size);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    ));
});
