import { type Block, type Inline } from '@haven/shared/contract';
import * as fc from 'fast-check';
import { badLinks } from './links';
import { level, readability, sentencesOf } from './readability';
import { syllables } from './syllables';

const run = (text: string, href?: string): Inline => ({
  type: 'text',
  text,
  ...(href !== undefined && { marks: [{ type: 'link', attrs: { href } }] }),
});
const text = (...runs: (string | Inline)[]): Block[] => [
  { type: 'paragraph', id: 'p', content: runs.map((one) => (typeof one === 'string' ? run(one) : one)) },
];

describe('syllables', () => {
  it.each([
    ['the', 1],
    ['people', 2],
    ['city', 2],
    ['table', 2],
    ['asked', 1],
    ['wanted', 2],
    ['houses', 2],
    ['sanctuary', 4],
    ['nation', 2],
    ['policy', 3],
    ['being', 2],
    ['use', 1],
    ['places', 2],
    ['officer', 3],
  ])('of “%s” are %i', (word, count) => {
    expect(syllables(word, 'en')).toBe(count);
  });

  it.each([
    ['sol', 1],
    ['ciudad', 2],
    ['policía', 4],
    ['guerra', 2],
    ['pingüino', 3],
    ['queso', 2],
    ['leer', 2],
    ['país', 2],
    ['causa', 2],
    ['hoy', 1],
    ['ley', 1],
    ['yo', 1],
    ['ahora', 3],
    ['búho', 2],
    ['inmigrante', 4],
    ['averiguáis', 4],
    ['construir', 2],
    ['y', 1],
  ])('de «%s» son %i', (word, count) => {
    expect(syllables(word, 'es')).toBe(count);
  });
});

describe('sentences', () => {
  it('are those of paragraphs, lists, quotes and notes', () => {
    const blocks: Block[] = [
      { type: 'heading', id: 'a', level: 2, content: [run('A heading. Not one')] },
      ...text('One. Is it two?\nStill two-and-a-half! “Three.” Four'),
      { type: 'list', id: 'b', ordered: false, items: [[run('Five')], [run('Six')]] },
      { type: 'quote', id: 'c', content: [[run('Seven by Dr. Ruiz.')]] },
      { type: 'callout', id: 'd', tone: 'note', content: [[run('Eight.')]] },
      { type: 'term', id: 'e', term: 'Detainer. No', content: [[run('Nine.')]] },
      { type: 'moment', id: 'f', label: 'No. Not', lesson: 'x', range: [0, 1] },
      { type: 'table', id: 'g', head: [[run('a. B')], [run('c')]], rows: [] },
    ];
    expect(sentencesOf(blocks)).toEqual([
      'One.',
      'Is it two?',
      'Still two-and-a-half!',
      '“Three.”',
      'Four',
      'Five',
      'Six',
      'Seven by Dr. Ruiz.',
      'Eight.',
      'Nine.',
    ]);
    expect(sentencesOf(text('¿Quién llama? ¡Nadie! Abra.'))).toEqual(['¿Quién llama?', '¡Nadie!', 'Abra.']);
  });

  it('keep the words of links and lose their addresses', () => {
    const linked = text('See ', run('our rules', 'https://example.org/a.b'), '. Then go.');
    expect(sentencesOf(linked)).toEqual(['See our rules.', 'Then go.']);
  });
});

describe('readability', () => {
  it('is not measured on fewer than a hundred words', () => {
    expect(readability(text('One two three. '.repeat(33)), 'en')).toMatchObject({ score: null, words: 99 });
  });

  it('is the formula, on words of one syllable', () => {
    // Twenty sentences of five words: 0.39 · 5 + 11.8 · 1 − 15.59, and 206.835 − 62.3 · 1 − 5.
    expect(readability(text('The cat sat on it. '.repeat(20)), 'en').score).toBeCloseTo(-1.84, 5);
    expect(readability(text('El sol da luz ya. '.repeat(20)), 'es').score).toBeCloseTo(139.535, 5);
  });

  it('grows harder with longer sentences and longer words, in both languages', () => {
    const [short, long] = ['You may ask why. '.repeat(30), `${'You may ask why and '.repeat(30)}go.`];
    expect(readability(text(long), 'en').score).toBeGreaterThan(readability(text(short), 'en').score ?? 0);
    const [facil, dificil] = [
      'La casa es de Ana. '.repeat(30),
      'La responsabilidad administrativa es municipal. '.repeat(30),
    ];
    expect(readability(text(dificil), 'es').score).toBeLessThan(readability(text(facil), 'es').score ?? 0);
    expect([level(7.9, 'en'), level(9, 'en'), level(12, 'en')]).toEqual(['easy', 'normal', 'hard']);
    expect([level(70, 'es'), level(60, 'es'), level(40, 'es')]).toEqual(['easy', 'normal', 'hard']);
  });

  it('names long sentences, the longest first', () => {
    const of = (words: number) => `A${' b'.repeat(words - 1)}.`;
    expect(readability(text(`${of(25)} ${of(26)} ${of(30)}`), 'en').long).toEqual([of(30), of(26)]);
  });

  it('holds for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('en' as const, 'es' as const), (any, locale) => {
        const { words, score } = readability(text(any), locale);
        expect(words >= 100).toBe(score !== null && Number.isFinite(score));
      }),
    );
  });
});

describe('links that lead nowhere', () => {
  it('are told by what is wrong with them', () => {
    const blocks: Block[] = [
      ...text(run('a', 'https://example.org'), run('b', 'lesson:here?t=9'), run('c', 'lesson:gone')),
      ...text(run('d', 'www.example.org'), run('c', 'lesson:gone'), '](x)'),
      { type: 'moment', id: 'm', label: 'e', lesson: 'away', range: [0, 1] },
      { type: 'resource', id: 'r', title: 'f', href: 'https://example.org/', content: [] },
    ];
    expect(badLinks(blocks, new Set(['here']))).toEqual([
      { href: 'lesson:gone', why: 'lesson' },
      { href: 'www.example.org', why: 'form' },
      { href: 'lesson:away', why: 'lesson' },
    ]);
  });
});
