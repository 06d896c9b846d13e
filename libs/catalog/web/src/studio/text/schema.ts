import { type AnyExtension, Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { Href } from '@haven/shared/contract';
import { clock, pictureAddress, pictureWidths } from '@haven/shared/contract/plain';
import { type TextWords } from './words';

/** The ids of blocks are carried by the nodes and shown to nobody. */
const Ids = Extension.create({
  name: 'ids',
  addGlobalAttributes() {
    return [{ types: blockTypes, attributes: { id: { default: null, rendered: false, keepOnSplit: false } } }];
  },
});

const blockTypes = [
  ...['paragraph', 'heading', 'list', 'quote', 'callout'],
  ...['table', 'clause', 'moment', 'resource', 'term', 'image', 'file'],
];

const hidden = (initial: unknown) => ({ default: initial, rendered: false });

const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'item+',
  addAttributes: () => ({ ordered: hidden(false) }),
  parseHTML: () => [{ tag: 'ul' }, { tag: 'ol', attrs: { ordered: true } }],
  renderHTML: ({ node }) => [node.attrs['ordered'] ? 'ol' : 'ul', 0],
});

const Item = Node.create({
  name: 'item',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

const Callout = Node.create<TextWords>({
  name: 'callout',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({ tone: hidden('note') }),
  parseHTML: () => [{ tag: 'div.callout' }],
  renderHTML({ node }) {
    const tone = node.attrs['tone'] as 'note' | 'important';
    return ['div', { class: `callout callout-${tone}` }, label(this.options[tone]), ['div', 0]];
  },
});

/** What stands over a block and is not written in it. */
const label = (word: string) => ['p', { class: 'callout-word', contenteditable: 'false' }, word] as const;
const head = (...parts: readonly string[]) =>
  ['p', { class: 'pointer-head', contenteditable: 'false' }, parts.join(' ')] as const;

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'row+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'table-scroll' }, ['table', ['tbody', 0]]],
});

const Row = Node.create({
  name: 'row',
  content: 'cell*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const Cell = Node.create({
  name: 'cell',
  content: 'text*',
  isolating: true,
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: () => ['td', 0],
});

/** A block that points at something: its head is chosen in a dialog, its words are written in place. */
const pointer = (name: 'clause' | 'resource' | 'term', parts: readonly string[]) =>
  Node.create<TextWords>({
    name,
    group: 'block',
    content: 'paragraph+',
    defining: true,
    isolating: true,
    addAttributes: () => Object.fromEntries(parts.map((part) => [part, hidden('')])),
    parseHTML: () => [{ tag: `div.pointer-${name}` }],
    renderHTML({ node }) {
      const title = String(node.attrs[parts[0] ?? '']);
      return ['div', { class: `pointer pointer-${name}` }, label(this.options[name]), head(title), ['div', 0]];
    },
  });

const Moment = Node.create<TextWords>({
  name: 'moment',
  group: 'block',
  atom: true,
  addAttributes: () => ({ label: hidden(''), lesson: hidden(''), from: hidden(0), to: hidden(0) }),
  parseHTML: () => [{ tag: 'div.pointer-moment' }],
  renderHTML({ node }) {
    const { label: words, from, to } = node.attrs as { label: string; from: number; to: number };
    const span = `${clock(from)}–${clock(to)}`;
    return ['div', { class: 'pointer pointer-moment' }, label(this.options.moment), head(words, span)];
  },
});

/** A picture as readers see it, and below it what is said to those who do not. */
const Image = Node.create<TextWords>({
  name: 'image',
  group: 'block',
  atom: true,
  addAttributes: () => ({ picture: hidden(''), width: hidden(1), height: hidden(1), alt: hidden(null) }),
  parseHTML: () => [{ tag: 'figure.picture' }],
  renderHTML({ node }) {
    const { picture, width, height, alt } = node.attrs as {
      picture: string;
      width: number;
      height: number;
      alt: string | null;
    };
    const src = pictureAddress(picture, pictureWidths(width).find((one) => one >= 960) ?? width);
    return [
      'figure',
      { class: 'picture' },
      ['img', { src, width, height, alt: alt ?? '', draggable: 'false' }],
      ['figcaption', {}, alt === null ? this.options.decoration : `${this.options.image} ${alt}`],
    ];
  },
});

const File = Node.create<TextWords>({
  name: 'file',
  group: 'block',
  atom: true,
  addAttributes: () => ({ title: hidden(''), file: hidden(''), format: hidden('pdf'), size: hidden(1) }),
  parseHTML: () => [{ tag: 'div.pointer-file' }],
  renderHTML({ node }) {
    const { title, format } = node.attrs as { title: string; format: string };
    return [
      'div',
      { class: 'pointer pointer-file' },
      label(this.options.file),
      head(`${title} (${format.toUpperCase()})`),
    ];
  },
});

const Link = Mark.create({
  name: 'link',
  priority: 1100,
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: '',
      // What is no address of ours is shown as words and leads nowhere, here as in the lesson.
      renderHTML: ({ href }: Record<string, unknown>) => (Href.safeParse(href).success ? { href } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
});

/** The nodes and marks of a lesson's text, and undo. Ranks of marks follow the order in `doc.ts`. */
export const textExtensions = (words: TextWords): AnyExtension[] => [
  Ids,
  Document,
  Paragraph,
  Text,
  Heading.configure({ levels: [2, 3] }),
  List,
  Item,
  Quote,
  Callout.configure(words),
  Table,
  Row,
  Cell,
  pointer('clause', ['title', 'href']).configure(words),
  pointer('resource', ['title', 'href']).configure(words),
  pointer('term', ['term']).configure(words),
  Moment.configure(words),
  Image.configure(words),
  File.configure(words),
  Link,
  Bold.extend({ name: 'strong', addPasteRules: () => [] }),
  Italic.extend({ name: 'em', addPasteRules: () => [] }),
  UndoRedo,
  Gapcursor,
  TrailingNode,
];
