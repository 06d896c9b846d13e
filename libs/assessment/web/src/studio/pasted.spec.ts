import { pastedLines } from './pasted';

const read = (text: string) => pastedLines(text).map(({ text: { en, es }, right }) => [en, es, right]);

describe('a pasted list', () => {
  it('loses its bullets and numbers, and keeps what is marked', () => {
    expect(read('a) The mayor\r\nb) *The council\n\n3. The judge ✓\n• [x] The clerk\n- [ ] Nobody')).toEqual([
      ['The mayor', '', false],
      ['The council', '', true],
      ['The judge', '', true],
      ['The clerk', '', true],
      ['Nobody', '', false],
    ]);
  });
  it('takes a star for a mark, and for a bullet where every line has one', () => {
    expect(read('One\n* Two')).toEqual([
      ['One', '', false],
      ['Two', '', true],
    ]);
    expect(read('* One\n* Two')).toEqual([
      ['One', '', false],
      ['Two', '', false],
    ]);
  });
  it('finds the Spanish behind a bar or a tab, as two columns of a table come', () =>
    expect(read('City | Ciudad\nState\tEstado')).toEqual([
      ['City', 'Ciudad', false],
      ['State', 'Estado', false],
    ]));
  it('leaves words alone that only look like a number', () =>
    expect(read('3.5 per cent\nA city\n')).toEqual([
      ['3.5 per cent', '', false],
      ['A city', '', false],
    ]));
});
