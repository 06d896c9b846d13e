import { posix } from 'node:path';
import { type Root, type RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import * as z from 'zod';
import { MarkdownError, markdownTree } from '../../text/from-markdown';
import { type CoursePackage } from '../read-package';
import { type About, lineFrom, NewOutline } from './outline';
import { type Gathered, minutesOf, titleOf } from './gathered';
import { Lenient } from './lenient';

const isMarkdown = (name: string) => /\.(md|markdown)$/i.test(name);
const LONGEST = 1_000_000;
const order = new Intl.Collator('en', { numeric: true });

const Head = z.looseObject({
  title: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
});

/** A lesson as it stands in a file: from one heading of the first level to the next. */
interface Part {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  readonly nodes: readonly RootContent[];
}

/** A file with its lessons. */
interface Source {
  readonly name: string;
  readonly tree: Root;
  readonly parts: readonly Part[];
}

/** Whether there is Markdown in it. */
export const hasMarkdown = (names: readonly string[]): boolean => names.some(isMarkdown);

/**
 * Reads a folder of Markdown as a course: a folder is a module, a file is a lesson, in the order of their names with numbers as numbers.
 * A file with several headings of the first level is as many lessons. What lessons cannot hold is left with its line.
 */
export async function readMarkdownFolder(gathered: Gathered, zip: string, today: string): Promise<CoursePackage> {
  const names = gathered.files.names.filter(isMarkdown).toSorted(byFolder);
  const root = commonFolder(names);
  const title = lineFrom(titleOf(root || zip), 200) || 'Course';
  const sources: Source[] = [];
  for (const name of names) {
    const source = await sourceOf(gathered, name);
    if (source) sources.push(source);
  }
  const lessons = new Map(sources.flatMap(({ name, parts }) => (parts[0] ? [[name, parts[0].slug] as const] : [])));
  const outline = new NewOutline(gathered.lang);
  let folder: string | null = null;
  for (const { name, tree, parts } of sources) {
    const own = posix.dirname(name);
    if (own !== folder) outline.module(moduleTitle(own, root, title));
    folder = own;
    for (const part of parts) {
      const { blocks, words } = await new Lenient(gathered, name, lessons).read(part.nodes, tree.children);
      if (blocks.length === 0) gathered.leave('empty', name, part.nodes[0]?.position?.start.line ?? 1);
      outline.reading(part.slug, minutesOf(words), { title: part.title, summary: part.summary, blocks });
    }
  }
  for (const name of gathered.unused()) gathered.leave('unused-file', name);
  const about: About = { title, summary: '', today };
  return outline.course(about, gathered);
}

/** Files before the folders beside them, as a person reads. */
function byFolder(a: string, b: string): number {
  return order.compare(posix.dirname(a), posix.dirname(b)) || index(b) - index(a) || order.compare(a, b);
}

/** What is called so stands first. */
const index = (name: string): number => (/^(index|readme)\./i.test(posix.basename(name)) ? 1 : 0);

/** The one folder that all files are in, where there is one. */
function commonFolder(names: readonly string[]): string {
  const [first = ''] = names[0]?.includes('/') ? names[0].split('/') : [];
  return first && names.every((name) => name.startsWith(`${first}/`)) ? first : '';
}

function moduleTitle(folder: string, root: string, title: string): string {
  const parts = folder.split('/').filter((part) => part !== '.');
  const own = root === '' ? parts : parts.slice(1);
  return lineFrom(own.map(titleOf).join(' – '), 200) || title;
}

async function sourceOf(gathered: Gathered, name: string): Promise<Source | null> {
  gathered.use(name);
  const bytes = await gathered.files.read(name);
  if (!bytes || bytes.length > LONGEST) return (gathered.leave('too-large', name), null);
  const text = decoded(bytes);
  if (text === null) return (gathered.leave('encoding', name), null);
  if (text.trim() === '') return (gathered.leave('empty', name), null);
  try {
    const { head, body } = headOf(gathered, name, text);
    const tree = markdownTree(body);
    return { name, tree, parts: partsOf(gathered, name, tree, head) };
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    gathered.leave('too-long', name, error.line);
    return null;
  }
}

function decoded(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

/** What stands between `---` lines above a text, and the text with empty lines in its place, so that lines keep their numbers. */
function headOf(gathered: Gathered, name: string, text: string): { head: z.infer<typeof Head>; body: string } {
  const matter = /^---\n([\s\S]*?\n)?(---|\.\.\.)(\n|$)/.exec(text);
  if (!matter) return { head: {}, body: text };
  const body = '\n'.repeat(matter[0].split('\n').length - 1) + text.slice(matter[0].length);
  try {
    const { data } = Head.safeParse(parse(matter[1] ?? '', { maxAliasCount: 0 }) ?? {});
    if (data) return { head: data, body };
  } catch {
    // Said below, as for what is no head at all.
  }
  gathered.leave('front-matter', name, 1);
  return { head: {}, body };
}

function partsOf(gathered: Gathered, name: string, { children }: Root, head: z.infer<typeof Head>): Part[] {
  const starts = children.flatMap((node, at) => (node.type === 'heading' && node.depth === 1 ? [at] : []));
  const [first = 0] = starts;
  const part = (nodes: readonly RootContent[], title: string, summary = ''): Part => {
    const line = lineFrom(title, 200) || lineFrom(titleOf(name), 200) || 'Lesson';
    return { title: line, summary: lineFrom(summary, 400), slug: gathered.slug(line, 'lesson'), nodes };
  };
  const own = head.title ?? '';
  const summary = head.summary ?? head.description ?? '';
  const heading = (at: number) => toString(children[at]);
  if (starts.length === 0) return [part(children, own, summary)];
  const rest = children.filter((_, at) => at !== first);
  if (starts.length === 1) return [part(rest, own || heading(first), summary)];
  const before = children.slice(0, first).filter(({ type }) => type !== 'definition' && type !== 'html');
  return [
    ...(before.length > 0 ? [part(before, own, summary)] : []),
    ...starts.map((at, n) => part(children.slice(at + 1, starts[n + 1]), heading(at))),
  ];
}
