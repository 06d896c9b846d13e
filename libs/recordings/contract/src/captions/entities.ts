/**
 * Those that WebVTT names itself (section 3.4), and those that captions in English and Spanish are seen with. Browsers know two
 * thousand, some of them without a semicolon; these stay as text here, where a person sees them.
 */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  iexcl: '¡',
  iquest: '¿',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  uuml: 'ü',
  ntilde: 'ñ',
  Aacute: 'Á',
  Eacute: 'É',
  Iacute: 'Í',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Uuml: 'Ü',
  Ntilde: 'Ñ',
};

/** Decodes entities once; what is none stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,6}));/g,
    (whole, decimal?: string, hexadecimal?: string, name = '') => {
      if (decimal) return character(Number(decimal));
      if (hexadecimal) return character(parseInt(hexadecimal, 16));
      return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    },
  );
}

/** As HTML reads a number: what is no character is U+FFFD. */
function character(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? '\uFFFD' : String.fromCodePoint(code);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What has to be written as an entity in the text of a cue; with `>` gone, no text holds an arrow. */
export function encodeEntities(text: string): string {
  return text.replace(/[&<>]/g, (mark) => escapes[mark] ?? mark);
}
