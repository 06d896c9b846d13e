import { giftCarries } from '@haven/assessment/contract';
import * as fc from 'fast-check';
import { bare, eachType } from '../testing/questions';
import { readGift } from './read-gift';
import { writeGift } from './write-gift';

describe('GIFT', () => {
  it.each(eachType)('brings back %s as it was written', (_, question) =>
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 3 }), (all) => {
        const carried = all.filter(giftCarries);
        const { taken, left } = readGift(writeGift(all, 'en'), 'en');
        expect(left).toEqual([]);
        expect(taken.map(({ content }) => bare(content))).toEqual(carried.map(bare));
      }),
    ),
  );
});
