import { drawing } from './drawing';

describe('the drawing of a cover', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(drawing('sanctuary-in-cities')).toEqual(drawing('sanctuary-in-cities'));
    expect(drawing('sanctuary-in-cities')).not.toEqual(drawing('schools-as-safe-places'));
  });

  it('is drawn for any seed, with plain colours and finite paths', () => {
    for (let i = 0; i < 200; i++) {
      const shapes = drawing(`course-${i}`);
      expect(shapes.length).toBeGreaterThan(3);
      for (const { d, fill } of shapes) {
        expect(fill).toMatch(/^#[0-9a-f]{6}$/);
        expect(d).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});
