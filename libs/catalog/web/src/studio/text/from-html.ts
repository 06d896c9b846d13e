import { type Block, Href, type Inline, type Mark } from '@haven/shared/contract';
import { grouped, type Kind, type Line, most, type Part, tidy, withoutStrong } from './html-lines';
import { STYLE } from './parse-html';

/** What is around a run of text: the marks it gets, and what is not taken over into it. */
interface Around {
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}

/** What a program writes beside the text: never words of it. */
const skipped = new Set(
  'SCRIPT STYLE TEMPLATE HEAD TITLE META LINK NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO PICTURE IMG INPUT SELECT TEXTAREA BUTTON DEL S STRIKE'.split(
    ' ',
  ),
);
const blockTags = new Set(
  'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FIGURE FIGCAPTION ADDRESS PRE DL DT DD UL OL LI BLOCKQUOTE TABLE HR DETAILS SUMMARY FORM FIELDSET CENTER H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);
const headings: Readonly<Record<string, Kind>> = {
  ...{ H1: 'heading2', H2: 'heading2', H3: 'heading3', H4: 'heading3', H5: 'heading3', H6: 'heading3' },
};

/**
 * The blocks of a document that Word, Google Docs or a web page put on the clipboard. Nothing of its HTML is taken over: its text is read,
 * with headings, lists, quotes, tables, bold, italic and links to real addresses, and everything else is left where it was.
 */
export function blocksFromHtml(document: Document, newId: () => string): Block[] {
  const reader = new Reader();
  reader.read(document.body, { strong: false, em: false, href: null }, 'paragraph', '');
  return grouped(reader.finish())
    .slice(0, most.blocks)
    .map((block) => ({ ...block, id: newId() }));
}

/** Walks through a document and notes lines and tables as they come. Styles are read as text: the browser does not apply them here. */
class Reader {
  private readonly parts: Part[] = [];
  private line: Line | null = null;
  private lists = 0;

  finish(): Part[] {
    this.end();
    return this.parts;
  }

  read(node: Node, around: Around, kind: Kind, list: string): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.write(child.nodeValue ?? '', around, kind, list);
      else if (child.nodeType === 1) this.element(child as Element, around, kind, list);
    }
  }

  private element(element: Element, around: Around, kind: Kind, list: string): void {
    const tag = element.tagName.toUpperCase();
    const style = styleOf(element);
    if (skipped.has(tag) || isAside(element, style)) return;
    if (tag === 'BR') return kind === 'cell' || isItem(kind) ? this.write(' ', around, kind, list) : this.end();
    if (tag === 'TABLE' && kind !== 'cell') return this.table(element, around);
    const inside = { ...around, ...marksOf(element, tag, style) };
    if (!blockTags.has(tag)) return this.read(element, inside, kind, list);
    this.block(element, tag, style, inside, kind, list);
  }

  private block(element: Element, tag: string, style: string, around: Around, kind: Kind, list: string): void {
    // Lines within an item or a cell are one: lessons have no lists in lists and no paragraphs in cells.
    if (kind === 'cell' || (isItem(kind) && tag !== 'LI' && tag !== 'UL' && tag !== 'OL')) {
      this.write(' ', around, kind, list);
      this.read(element, around, kind, list);
      return this.write(' ', around, kind, list);
    }
    this.end();
    if (tag === 'UL' || tag === 'OL')
      this.read(
        element,
        around,
        isItem(kind) ? kind : tag === 'OL' ? 'number' : 'bullet',
        list || `list${this.lists++}`,
      );
    else {
      const [inner, of] = innerOf(element, tag, style, kind, list);
      this.read(element, around, inner, of);
    }
    this.end();
  }

  private table(table: Element, around: Around): void {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    const cells = rows.map((row) => [...row.children].filter((cell) => /^T[DH]$/i.test(cell.tagName)));
    this.end();
    // A table of one cell is a frame around a page or a note.
    if (cells.flat().length < 2) {
      for (const cell of cells.flat()) this.read(cell, around, 'paragraph', '');
      return this.end();
    }
    const width = Math.max(...cells.map((row) => row.reduce((sum, cell) => sum + spanOf(cell), 0)));
    const read = cells.slice(0, most.rows).map((row, at) => {
      const runs = row.flatMap((cell) => [
        this.cell(cell, { ...around, strong: false }, at === 0 || /^TH$/i.test(cell.tagName)),
        ...Array.from({ length: spanOf(cell) - 1 }, () => []),
      ]);
      return [...runs, ...Array.from({ length: width - runs.length }, () => [])];
    });
    this.parts.push({ kind: 'table', rows: read });
  }

  private cell(cell: Element, around: Around, isHead: boolean): Inline[] {
    const inside = new Reader();
    inside.read(cell, around, 'cell', '');
    const line = inside.finish().find((part): part is Line => part.kind === 'cell');
    return (isHead ? line?.runs.map(withoutStrong) : line?.runs) ?? [];
  }

  private write(text: string, around: Around, kind: Kind, list: string): void {
    const words = text
      .toWellFormed()
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
      .replace(/[\s\u00a0]+/g, ' ');
    if (words === '' || (words === ' ' && !this.line)) return;
    this.line ??= { kind, list, runs: [] };
    const marks: Mark[] = [
      ...(around.href === null ? [] : [{ type: 'link' as const, attrs: { href: around.href } }]),
      ...(around.strong && !kind.startsWith('heading') ? [{ type: 'strong' as const }] : []),
      ...(around.em ? [{ type: 'em' as const }] : []),
    ];
    this.line.runs.push({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
  }

  private end(): void {
    if (this.line) {
      const runs = tidy(this.line.runs);
      if (runs.length > 0) this.parts.push({ ...this.line, runs });
    }
    this.line = null;
  }
}

const isItem = (kind: Kind) => kind === 'bullet' || kind === 'number';
const spanOf = (cell: Element) => Math.min(20, Math.max(1, Number(cell.getAttribute('colspan')) || 1));
const styleOf = (element: Element) => (element.getAttribute(STYLE) ?? '').toLowerCase().replace(/\s+/g, ' ');

/** Word's marks of lists and comments, its empty `o:p`, and what is not shown. */
function isAside(element: Element, style: string): boolean {
  return (
    /mso-list: ?ignore|mso-hide: ?all|display: ?none|mso-element: ?comment|mso-comment-(reference|continuation)/.test(
      style,
    ) ||
    element.hasAttribute('hidden') ||
    (element.tagName.toUpperCase() === 'O:P' && (element.textContent ?? '').trim() === '')
  );
}

function marksOf(element: Element, tag: string, style: string): Partial<Around> {
  const weight = /(?:^|; ?)font-weight: ?(\w+)/.exec(style)?.[1];
  const slant = /(?:^|; ?)font-style: ?(\w+)/.exec(style)?.[1];
  const strong = weight ? weight.startsWith('bold') || Number(weight) >= 600 : /^(B|STRONG)$/.test(tag) || null;
  const em = slant ? slant === 'italic' || slant === 'oblique' : /^(I|EM|CITE|DFN|VAR)$/.test(tag) || null;
  return {
    ...(strong !== null && { strong }),
    ...(em !== null && { em }),
    ...(tag === 'A' && { href: hrefOf(element) }),
  };
}

/** The address of a link where it is one that lessons may have. `lesson:` leads within one course and comes with blocks alone. */
function hrefOf(element: Element): string | null {
  const href = (element.getAttribute('href') ?? '').trim();
  return /^(https?:\/\/|mailto:)/.test(href) && Href.safeParse(href).success ? href : null;
}

/** What the lines within a block are. Word writes lists as paragraphs that say of which list they are. */
function innerOf(element: Element, tag: string, style: string, kind: Kind, list: string): [Kind, string] {
  const heading = headings[tag] ?? (/\bMsoTitle\b/i.test(element.className) ? 'heading2' : null);
  if (heading) return [heading, ''];
  const word = /mso-list: ?(l\d+) level\d+ (lfo\d+)/.exec(style);
  if (word) return [isNumbered(element) ? 'number' : 'bullet', `${word[1]} ${word[2]}`];
  if (tag === 'BLOCKQUOTE' || /\bMso(Intense)?Quote\b/i.test(element.className)) return ['quote', ''];
  return [kind, list];
}

/** Whether the mark before an item of Word's is a number or a letter, as `1.`, `a)` or `iv.`, and no bullet. */
function isNumbered(element: Element): boolean {
  const mark = [...element.querySelectorAll(`[${STYLE}]`)].find((one) => /mso-list: ?ignore/.test(styleOf(one)));
  return /^[\s\u00a0]*\(?[0-9a-z]{1,4}[.)]/i.test(mark?.textContent ?? '');
}
