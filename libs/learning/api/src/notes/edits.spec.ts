import { type Edits } from '@haven/learning/contract';
import { Id } from '@haven/shared/contract';
import fc from 'fast-check';
import { copyId, follows, joined } from './edits';

const edits: fc.Arbitrary<Edits> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 }));

describe('edits', () => {
  it('follow themselves, and nothing that follows both ways differs', () =>
    fc.assert(
      fc.property(edits, edits, (a, b) => {
        expect(follows(a, a)).toBe(true);
        if (follows(a, b) && follows(b, a)) expect(a).toEqual(b);
      }),
    ));

  it('are followed by what they are joined to, and by nothing smaller', () =>
    fc.assert(
      fc.property(edits, edits, edits, (a, b, c) => {
        const both = joined(a, b);
        expect([follows(both, a), follows(both, b)]).toEqual([true, true]);
        if (follows(c, a) && follows(c, b)) expect(follows(c, both)).toBe(true);
      }),
    ));

  it('of two hands that began at the same text follow neither way', () => {
    const [phone, laptop] = [
      { a: 2, b: 1 },
      { a: 2, c: 1 },
    ];
    expect([follows(phone, laptop), follows(laptop, phone)]).toEqual([false, false]);
  });
});

describe('copyId', () => {
  it('is an id, the same for the same hand and another for another', () =>
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (id, hand, other) => {
        expect(Id.safeParse(copyId(id, hand)).success).toBe(true);
        expect(copyId(id, hand)).toBe(copyId(id, hand));
        if (hand !== other) expect(copyId(id, hand)).not.toBe(copyId(id, other));
      }),
    ));
});
