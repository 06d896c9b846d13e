import { type Locale } from '@haven/shared/contract';

/** How many syllables a word has when it is spoken. English by rules of thumb, right for about nine words in ten; Spanish by its spelling. */
export const syllables = (word: string, locale: Locale): number =>
  locale === 'es' ? spanish(word.toLowerCase()) : english(word.toLowerCase());

function english(word: string): number {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    // A final e is silent, and the one of -es and -ed after most letters.
    .replace(/e$/, '')
    .replace(/(?<![sxz]|[cs]h|[cg])es$/, 's')
    .replace(/(?<![td])ed$/, 'd');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(/i[ao](?!u)|(?<![qg])ua(?=[ltr])|[aeiou]ing$/g)?.length ?? 0;
  const joined = spoken.match(/[tsc]io|[tc]ia/g)?.length ?? 0;
  const final = /[^aeiouy]les?$/.test(letters) ? 1 : 0;
  return Math.max(1, groups + apart - joined + final);
}

/** Two strong vowels part, as does an accented weak one from a strong one; weak ones join (RAE, Ortografía, 2010, II.3). */
function spanish(word: string): number {
  const spoken = word
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/h/g, '')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  let count = 0;
  let before = '';
  for (const letter of spoken) {
    const kind = /[aeoáéó]/.test(letter)
      ? 'strong'
      : /[íú]/.test(letter)
        ? 'stressed'
        : /[iuü]/.test(letter)
          ? 'weak'
          : '';
    const joins =
      (before === 'weak' && kind !== 'stressed') || (kind === 'weak' && (before === 'strong' || before === 'stressed'));
    const weakPair = before === 'weak' && kind === 'stressed';
    if (kind && !(before && (joins || weakPair))) count++;
    before = kind;
  }
  return Math.max(1, count);
}
