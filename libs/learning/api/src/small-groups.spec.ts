import fc from 'fast-check';
import { hideSmall, SMALLEST_GROUP } from './small-groups';

describe('groups that are too small', () => {
  it('are hidden with another part, so that nothing hidden has only one value that it can be', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 }), (parts) => {
        const shown = hideSmall(parts);
        if (shown.whole === null) return expect(shown.parts.every((part) => part === null)).toBe(true);
        shown.parts.forEach((part, at) => {
          if (part !== null) expect(part === 0 || part >= SMALLEST_GROUP).toBe(true);
          else expect(part).not.toBe(parts[at]);
        });
        const hidden = shown.parts.filter((part) => part === null).length;
        expect(hidden).not.toBe(1);
      }),
    ));

  it('leave large ones as they are', () => {
    expect(hideSmall([200, 14, 0])).toEqual({ whole: 214, parts: [200, 14, 0] });
    expect(hideSmall([200, 12, 30, 4])).toEqual({ whole: 246, parts: [200, null, 30, null] });
    expect(hideSmall([3, 4])).toEqual({ whole: null, parts: [null, null] });
    expect(hideSmall([0, 0])).toEqual({ whole: 0, parts: [0, 0] });
  });
});
