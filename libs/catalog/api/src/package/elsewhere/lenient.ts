import { LONGEST_TEXT } from '@haven/catalog/contract';
import { Block, Href, plainText } from '@haven/shared/contract';
import { type Definition, type List, type Node, type Paragraph, type PhrasingContent, type RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { blockOf, MarkdownError, type NewBlock } from '../../text/from-markdown';
import { type Gathered, within } from './gathered';

/** A text as a lesson can hold it, and how many words it has. */
export interface Taken {
  readonly blocks: NewBlock[];
  readonly words: number;
}

/** A picture or a file that stood within a text: it stands by itself after it. */
interface Named {
  readonly url: string;
  readonly words: string;
  readonly line: number;
  readonly picture: boolean;
}

/**
 * Makes blocks of a text from elsewhere. What a lesson cannot hold is changed so that its words stay, or left, and said with its line: it is
 * somebody else's text, and nobody is there to correct it. `lessons`: the addresses of lessons by the names of their files.
 */
export class Lenient {
  private readonly definitions = new Map<string, Definition>();
  private named: Named[] = [];

  constructor(
    private readonly gathered: Gathered,
    private readonly file: string,
    private readonly lessons: ReadonlyMap<string, string>,
  ) {}

  /** `all`: the whole tree of the file, as references may lead to anywhere in it. */
  async read(nodes: readonly RootContent[], all: readonly RootContent[] = nodes): Promise<Taken> {
    for (const node of all) if (node.type === 'definition') this.definitions.set(node.identifier, node);
    const blocks: NewBlock[] = [];
    let [letters, words] = [0, 0];
    for (const node of nodes)
      for (const block of await this.block(node)) {
        const text = plainText({ ...block, id: 'a' });
        letters += text.length;
        if (blocks.length >= 500 || letters > LONGEST_TEXT) {
          this.leave('too-long', node);
          return { blocks, words };
        }
        words += text.split(/\s+/).filter(Boolean).length;
        blocks.push(block);
      }
    return { blocks, words };
  }

  private async block(node: RootContent): Promise<NewBlock[]> {
    this.named = [];
    const blocks = this.plain(node).flatMap((one) => this.checked(one));
    for (const named of this.named) blocks.push(...(await this.media(named)));
    return blocks;
  }

  private checked(node: RootContent): NewBlock[] {
    try {
      const { data } = Block.safeParse({ ...blockOf(node), id: 'a' });
      if (data) {
        const { id: _, ...block } = data;
        return [block];
      }
      this.leave('part', node);
    } catch (error) {
      if (!(error instanceof MarkdownError)) throw error;
      this.leave('part', node, error.message);
    }
    return [];
  }

  /** The node as nodes that a lesson knows, without what is empty. */
  private plain(node: RootContent): RootContent[] {
    switch (node.type) {
      case 'definition':
      case 'thematicBreak':
        return [];
      case 'html':
        if (!node.value.startsWith('<!--')) this.leave('html', node, node.value);
        return [];
      case 'code':
        this.leave('code', node);
        return node.value.split(/\n\s*\n/).flatMap((part) => this.paragraph([{ type: 'text', value: part }], node));
      case 'heading': {
        const children = this.inlines(node.children);
        return children.length > 0 ? [{ ...node, depth: node.depth <= 2 ? 2 : 3, children }] : [];
      }
      case 'paragraph':
        return this.paragraph(node.children, node);
      case 'list': {
        const items = this.items(node).filter(({ children }) => children.length > 0);
        if (items.length === 0) return [];
        const children = items.map((item) => ({ type: 'listItem' as const, children: [item] }));
        return [{ ...node, children }];
      }
      case 'blockquote': {
        const inner = node.children.flatMap((child) => this.plain(child));
        const quoted = inner.filter((child) => child.type === 'paragraph');
        const others = inner.filter((child) => child.type !== 'paragraph');
        return [...(quoted.length > 0 ? [{ ...node, children: quoted }] : []), ...others];
      }
      case 'table': {
        const children = node.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: this.inlines(cell.children) })),
        }));
        return [{ ...node, children }];
      }
      default:
        this.leave('part', node, node.type);
        return [];
    }
  }

  private paragraph(given: readonly PhrasingContent[], { position }: Node): Paragraph[] {
    const children = this.inlines(given);
    return children.length > 0 ? [{ type: 'paragraph', children, ...(position && { position }) }] : [];
  }

  /** The items of a list as one line each; those of a list within it come after their own. */
  private items(list: List): Paragraph[] {
    return list.children.flatMap((item) => {
      const lists = item.children.filter((child) => child.type === 'list');
      const others = item.children.filter((child) => child.type !== 'list').flatMap((child) => this.plain(child));
      if (lists.length > 0) this.leave('list', item);
      const line = others.flatMap((child): PhrasingContent[] => [
        { type: 'text', value: ' ' },
        ...('children' in child && child.type === 'paragraph'
          ? child.children
          : [{ type: 'text' as const, value: toString(child) }]),
      ]);
      const own: Paragraph = {
        type: 'paragraph',
        children: line.slice(1),
        ...(item.position && { position: item.position }),
      };
      return [own, ...lists.flatMap((inner) => this.items(inner))];
    });
  }

  private inlines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return nodes.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value === '' ? [] : [{ type: 'text', value: node.value }];
        case 'break':
          return [node];
        case 'strong':
        case 'emphasis': {
          const children = this.inlines(node.children);
          return children.length > 0 ? [{ ...node, children }] : [];
        }
        case 'html':
          if (!/^<(br|!--|\/)/i.test(node.value)) this.leave('html', node, node.value);
          return /^<br/i.test(node.value) ? [{ type: 'break' }] : [];
        case 'image':
          this.name(node, node.url, node.alt ?? '', true);
          return [];
        case 'imageReference':
          this.name(node, this.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', true);
          return [];
        case 'link':
          return this.link(node, node.url, node.children);
        case 'linkReference':
          return this.link(node, this.definitions.get(node.identifier)?.url ?? '', node.children);
        default:
          if ('children' in node) return this.inlines(node.children);
          return 'value' in node && typeof node.value === 'string' ? [{ type: 'text', value: node.value }] : [];
      }
    });
  }

  /** A link to the web, to a lesson of the package, or to a file of it, which then stands after the text. */
  private link(node: Node, url: string, given: readonly PhrasingContent[]): PhrasingContent[] {
    const children = this.inlines(given);
    if (children.length === 0) return [];
    const name = within(this.file, url);
    const lesson = name === null ? undefined : this.lessons.get(name);
    const href = lesson === undefined ? url : `lesson:${lesson}`;
    if (Href.safeParse(href).success) return [{ type: 'link', url: href, children }];
    if (name !== null && this.gathered.files.names.includes(name))
      this.name(node, url, toString({ type: 'paragraph', children: [...given] }), false);
    else if (!url.startsWith('#')) this.leave('link', node, url);
    return children;
  }

  private name(node: Node, url: string, words: string, picture: boolean): void {
    this.named.push({ url, words, line: lineOf(node), picture });
  }

  private async media({ url, words, line, picture }: Named): Promise<NewBlock[]> {
    const name = within(this.file, url);
    const { gathered, file } = this;
    if (name === null) {
      gathered.leave('picture', file, line, url);
      return [];
    }
    const media = await gathered.take(name, words);
    if (!media) {
      const isThere = gathered.files.names.includes(name);
      const reason = !isThere ? 'picture-missing' : picture ? 'bad-picture' : 'file';
      gathered.leave(reason, file, line, name);
      return [];
    }
    if (media.type === 'image' && !words.trim()) gathered.leave('alt', file, line, name);
    return [media];
  }

  private leave(reason: Parameters<Gathered['leave']>[0], node: Node, what: string | null = null): void {
    this.gathered.leave(reason, this.file, lineOf(node), what);
  }
}

const lineOf = ({ position }: Node): number => position?.start.line ?? 1;
