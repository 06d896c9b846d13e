import * as fc from 'fast-check';
import { FULL, NONE } from '../fraction';
import { blanksIn, filled, pieces } from './blanks/pieces';
import { readNumber } from './numeric/read-number';
import { rules as numeric } from './numeric/rules';
import { common } from './testing/samples';
import { isAccepted, normalised } from './typed';

describe('a typed number', () => {
  it.each([
    ['12.5', [12.5]],
    ['12,5', [12.5]],
    [' 1 234,5 ', [1234.5]],
    ['1.234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['1’234.5', [1234.5]],
    ['1 234 567', [1234567]],
    ['1,234', [1.234, 1234]],
    ['1.234.567', [1234567]],
    ['−3', [-3]],
    ['+ 4', [4]],
    ['１２', [12]],
    ['1e3', [1000]],
    ['.5', [0.5]],
    ['', []],
    ['twelve', []],
    ['1,23,4', []],
    ['1.2.3', []],
    ['12 34', []],
    ['--1', []],
  ])('%p is read as %p', (text, numbers) => expect(readNumber(text)).toEqual(numbers));

  it('is read back however either language writes it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom('en-US', 'es-ES', 'es-MX', 'de-CH'),
        (cents, locale) => {
          const value = cents / 100;
          expect(readNumber(new Intl.NumberFormat(locale).format(value))).toContain(value);
        },
      ),
    ));

  const question = {
    kind: 'numeric' as const,
    ...common,
    value: 1.5,
    tolerance: 0.1,
    units: [
      { id: 'km', text: { en: 'km' }, factor: 1 },
      { id: 'm', text: { en: 'm' }, factor: 0.001 },
    ],
  };
  it.each([
    [{ value: '1,5', unit: 'km' }, FULL],
    [{ value: '1.6', unit: 'km' }, FULL],
    [{ value: '1.4', unit: 'km' }, FULL],
    [{ value: '1.61', unit: 'km' }, NONE],
    [{ value: '1 500', unit: 'm' }, FULL],
    [{ value: '1.5', unit: 'm' }, NONE],
    [{ value: '1.5', unit: '' }, NONE],
    [{ value: '1.5' }, NONE],
  ])('%p earns what it should', (answer, credit) => expect(numeric.grade(question, answer)).toEqual(credit));

  it('needs no unit where there is only one to be had', () => {
    const one = { ...question, units: question.units.slice(0, 1) };
    expect(numeric.grade(one, { value: '1.5' })).toEqual(FULL);
    expect(numeric.grade({ ...one, value: 0.3, tolerance: 0 }, { value: String(0.1 + 0.2) })).toEqual(FULL);
  });
});

describe('a typed text', () => {
  const loose = { matchCase: false, matchAccents: false };
  const accepted = [{ en: 'City council', es: 'Concejo municipal' }, { en: "mayor's order" }, { en: 'Sí' }];
  it.each(['city council', ' CITY  COUNCIL. ', 'concejo municipal', 'Mayor’s order', 'si', 'SÍ', '¡Sí!', 'Si\u0301'])(
    '%p is accepted',
    (typed) => expect(isAccepted(typed, accepted, loose)).toBe(true),
  );
  it.each(['', ' ', 'council', 'city-council'])('%p is not', (typed) =>
    expect(isAccepted(typed, accepted, loose)).toBe(false),
  );
  it('minds case and accents where the question does', () => {
    expect(isAccepted('si', accepted, { ...loose, matchAccents: true })).toBe(false);
    expect(isAccepted('sí', accepted, { ...loose, matchAccents: true })).toBe(true);
    expect(isAccepted('sí', accepted, { ...loose, matchCase: true })).toBe(false);
  });
  it.each(['¨', 'a¨', '´a', 'J\u030c', '¿.¡', '\u00b4'])('is normal once %j was made normal', (text) => {
    for (const matchAccents of [true, false]) {
      const once = normalised(text, { ...loose, matchAccents });
      expect(normalised(once, { ...loose, matchAccents })).toBe(once);
    }
  });
  it('is normal once it was made normal', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.boolean(), (text, matchCase, matchAccents) => {
        const once = normalised(text, { matchCase, matchAccents });
        expect(normalised(once, { matchCase, matchAccents })).toBe(once);
      }),
    ));
});

describe('a text with blanks', () => {
  it('is its pieces', () => {
    expect(pieces('The [a] votes on the [b].')).toEqual([
      { words: 'The ' },
      { blank: 'a' },
      { words: ' votes on the ' },
      { blank: 'b' },
      { words: '.' },
    ]);
    expect(blanksIn('[a][b] [Not one] [a]')).toEqual(['a', 'b', 'a']);
    expect(filled('[a] and [b]', (blank) => blank.toUpperCase())).toBe('A and B');
  });
});
