import { type PartText } from '@haven/catalog/contract';
import { type Inline } from '@haven/shared/contract';
import { faultyFields, fieldsOf, toPartModel, toPartText } from './part-model';

const run = (text: string, ...marks: Inline['marks'] & object): Inline => ({
  ...{ type: 'text', text },
  ...(marks.length > 0 && { marks }),
});
const link = (href: string) => ({ type: 'link' as const, attrs: { href } });
const paragraph = (...content: Inline[]): PartText => ({ type: 'paragraph', id: 'a', content });
const term = (word: string, ...content: Inline[][]): PartText => ({ type: 'term', id: 'a', term: word, content });

describe('the fields of a part', () => {
  const source = paragraph(
    run('Call '),
    run('here', link('https://example.org/')),
    run(' '),
    run('now', { type: 'strong' }),
  );

  it('are one for each line, with its marks as tags, and say the same again', () => {
    const spanish = paragraph(run('Llame ya', { type: 'strong' }), run(' aquí', link('https://example.org/es')));
    const shape = { source, seen: [spanish] };
    const model = toPartModel(shape, spanish);
    expect(model).toEqual({ line: '<2>Llame ya</2><3> aquí</3>' });
    expect(toPartText(shape, model)).toEqual(spanish);
    expect(toPartText(shape, { line: 'Llame <1>aquí</1>' })).toEqual(
      paragraph(run('Llame '), run('aquí', link('https://example.org/'))),
    );
  });

  it('cannot be sent while a tag is not closed', () => {
    const shape = { source, seen: [] };
    expect(toPartText(shape, { line: 'Llame <1>aquí' })).toBeUndefined();
    expect(faultyFields(shape, { line: 'Llame <1>aquí' })).toEqual(['line']);
    expect(faultyFields(shape, { line: 'Llame <7>aquí' })).toEqual([]);
  });

  it('keep the numbers of their tags when another translation is met', () => {
    const mine = paragraph(run('Aquí', link('https://example.org/mine')));
    const theirs = paragraph(run('Allí', link('https://example.org/theirs')));
    const before = fieldsOf({ source, seen: [mine] })[0]?.tags ?? [];
    const after = fieldsOf({ source, seen: [mine, theirs] })[0]?.tags ?? [];
    expect(after.slice(0, before.length)).toEqual(before);
    expect(toPartModel({ source, seen: [mine, theirs] }, theirs)).toEqual({ line: '<4>Allí</4>' });
  });

  it('need what a part cannot be without, or nothing at all', () => {
    const shape = { source: term('Detainer', [run('A request.')]), seen: [] };
    expect(toPartText(shape, { term: '', paragraph1: 'Una solicitud.' })).toBeUndefined();
    expect(toPartText(shape, { term: ' Retención ', paragraph1: 'Una solicitud.' })).toEqual(
      term('Retención', [run('Una solicitud.')]),
    );
    expect(toPartText(shape, { term: ' ', paragraph1: '' })).toBeNull();
  });

  it('are all there of a list that is longer in one of the languages', () => {
    const list = (...items: string[]): PartText => ({
      type: 'list',
      id: 'a',
      ordered: false,
      items: items.map((one) => [run(one)]),
    });
    const shape = { source: list('One', 'Two', 'Three'), seen: [list('Uno')] };
    expect(toPartModel(shape, list('Uno'))).toEqual({ item1: 'Uno', item2: '', item3: '' });
    expect(toPartText(shape, { item1: 'Uno', item2: 'Dos', item3: 'Tres' })).toEqual(list('Uno', 'Dos', 'Tres'));
    const longer = { source: list('One'), seen: [list('Uno', 'Dos')] };
    expect(toPartText(longer, { item1: 'Uno', item2: '' })).toEqual(list('Uno'));
  });
});
