import fc from 'fast-check';
import { readMoment, writeMoment } from './moment';

describe('a moment as people write it', () => {
  it.each([
    ['62.35', 62_350],
    ['1:02,5', 62_500],
    ['0:01:02', 62_000],
    [' 90 ', 90_000],
    ['75:00', 4_500_000],
  ])('%s is %i milliseconds', (text, time) => {
    expect(readMoment(text)).toBe(time);
  });

  it.each(['', 'soon', '1:75', '1:61:00', '-3', '1.2345'])('%s is none', (text) => {
    expect(readMoment(text)).toBeNull();
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 * 3_600_000 }), (time) => {
        expect(readMoment(writeMoment(time))).toBe(time);
      }),
    );
  });
});
