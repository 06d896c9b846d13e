/** The text of HTML, and what of it was a picture. */
export interface Plain {
  readonly text: string;
  readonly picture: boolean;
}

const BLOCKS = new Set(
  'address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Two of these have an empty line between them. */
const PARAGRAPHS = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const INLINE = new Set(
  'a abbr acronym audio b bdi bdo big button center cite code data del dfn em embed font i iframe img input ins kbd label link mark math meta object param picture q rp rt ruby s samp script small source span strike strong style sub sup svg td th time title track tt u var video wbr'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'title']);
const PICTURES = new Set(['audio', 'embed', 'iframe', 'img', 'object', 'svg', 'video']);

/** What an element of HTML is in plain text, at its beginning and at its end. */
export function around(name: string): { before: string; after: string } {
  if (name === 'br') return { before: '\n', after: '' };
  if (name === 'li') return { before: '\n- ', after: '' };
  if (name === 'td' || name === 'th') return { before: '', after: ' ' };
  if (PARAGRAPHS.has(name)) return { before: '\n\n', after: '\n\n' };
  return BLOCKS.has(name) ? { before: '\n', after: '\n' } : { before: '', after: '' };
}

export const isPicture = (name: string): boolean => PICTURES.has(name);
export const isSilent = (name: string): boolean => SILENT.has(name);

/** The named letters of Latin 1 in their order from U+00A0, and the marks that people write. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const LETTERS = new Map<string, string>([
  ...LATIN.map((name, at): [string, string] => [name, String.fromCodePoint(0xa0 + at)]),
  ...Object.entries({
    amp: '&',
    apos: "'",
    bull: '•',
    euro: '€',
    ge: '≥',
    gt: '>',
    hellip: '…',
    larr: '←',
    ldquo: '“',
    le: '≤',
    lsquo: '‘',
    lt: '<',
    mdash: '—',
    minus: '−',
    ndash: '–',
    ne: '≠',
    quot: '"',
    rarr: '→',
    rdquo: '”',
    rsquo: '’',
    trade: '™',
  }),
]);

/** A text with its references to letters replaced, as `&ntilde;` and `&#241;`. One that names nothing stays. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return LETTERS.get(String(name)) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The end of a tag that begins at `from`, after its `>`; quotation marks may hold one. -1 where it does not end. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const letter = html[at] ?? '';
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '>') return at + 1;
    else if ((letter === '"' || letter === "'") && html[at - 1] === '=') quote = letter;
  }
  return -1;
}

/** The name of the tag at `from`, and whether it closes; null where the `<` there is no tag of HTML, but a sign. */
function tagAt(html: string, from: number): { name: string; closes: boolean } | null {
  const [, slash, name = ''] = /^<(\/?)([A-Za-z][A-Za-z\d]{0,15})(?=[\s/>])/.exec(html.slice(from, from + 20)) ?? [];
  const known = name.toLowerCase();
  return BLOCKS.has(known) || INLINE.has(known) ? { name: known, closes: slash === '/' } : null;
}

const TAG = /<(?=[A-Za-z/!])/g;
const ALT = /\balt\s{0,5}=\s{0,5}(?:"([^"]{0,1000})"|'([^']{0,1000})')/i;

/**
 * What HTML says, as plain text: paragraphs and lists have lines, pictures their alternative text. Nothing that it holds is markup
 * afterwards. A `<` that begins no tag of HTML is a sign: `1 < 2`.
 */
export function plainText(html: string): Plain {
  const parts: string[] = [];
  let picture = false;
  let silent = '';
  let at = 0;
  let noEnd = false;
  while (at < html.length) {
    const next = nextTag(html, at);
    if (next < 0) break;
    if (!silent) parts.push(inLine(html.slice(at, next)));
    const tag = noEnd ? null : tagAt(html, next);
    const isComment = html.startsWith('<!--', next);
    const end = isComment ? html.indexOf('-->', next + 4) + 3 : tag ? endOfTag(html, next) : -1;
    // Where one tag does not end, none after it does.
    if (tag && end < 0) noEnd = true;
    if (isComment && end < 3) {
      at = html.length;
    } else if (isComment) {
      at = end;
    } else if (!tag || end < 0) {
      if (!silent) parts.push('<');
      at = next + 1;
    } else {
      if (silent) silent = tag.closes && tag.name === silent ? '' : silent;
      else if (isSilent(tag.name) && !tag.closes) silent = tag.name;
      else parts.push(tag.closes ? around(tag.name).after : around(tag.name).before);
      if (isPicture(tag.name) && !silent) {
        picture = true;
        const [, double, single] = ALT.exec(html.slice(next, Math.min(end, next + 5000))) ?? [];
        if (tag.name === 'img') parts.push(inLine(double ?? single ?? ''));
      }
      at = end;
    }
  }
  if (!silent && at < html.length) parts.push(inLine(html.slice(at)));
  return { text: parts.join(''), picture };
}

/** Where a tag or a comment may begin, at or after `from`. */
function nextTag(html: string, from: number): number {
  TAG.lastIndex = from;
  return TAG.exec(html)?.index ?? -1;
}

/** White space in HTML is a space. */
const inLine = (text: string) => unescaped(text.replace(/[ \t\n\r\f]+/g, ' '));
