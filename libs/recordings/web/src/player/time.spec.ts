import fc from 'fast-check';
import { clock, parseTime, parts } from './time';

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [5.9, '0:05'],
    [65, '1:05'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [36_061, '10:01:01'],
    [-1, '0:00'],
  ])('%d is %s', (seconds, text) => expect(clock(seconds)).toBe(text));
});

describe('parseTime', () => {
  it.each([
    ['125', 125],
    ['125s', 125],
    ['1m30s', 90],
    ['2m', 120],
    ['1h', 3600],
    ['1h2m3s', 3723],
  ])('%s is %d', (text, seconds) => expect(parseTime(text)).toBe(seconds));

  it.each(['', null, undefined, 'x', '-5', '1:30', '30s1m', '12345678'])('%s is no time', (text) =>
    expect(parseTime(text)).toBeNull(),
  );

  it('reads back what parts() makes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360_000 }), (second) => {
        const { hours, minutes, seconds } = parts(second);
        expect(parseTime(`${hours}h${minutes}m${seconds}s`)).toBe(second);
      }),
    ));
});
