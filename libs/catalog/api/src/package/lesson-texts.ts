import { LessonText, type TranslationState } from '@haven/catalog/contract';
import { type Block, Blocks, type Inline } from '@haven/shared/contract';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { type LessonBodies } from '../content';
import { newBlockId } from '../text/block-ids';
import { blocksFromMarkdown, MarkdownError, type NewBlock } from '../text/from-markdown';
import { blocksToMarkdown } from '../text/to-markdown';
import { partNames, statesOf, SUMMARY, TITLE, unitsOf, type Units, withUnits } from '../text/translation';
import { PackageFrontMatter, type PackageTranslation } from './shapes';

/** A lesson's text in one language, as its file has it. */
export interface PackageText {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly NewBlock[];
}

/** A lesson's texts. `translation` is there where the Spanish is not simply a draft of every part in its order. */
export interface PackageTexts {
  readonly en: PackageText;
  readonly es?: PackageText | undefined;
  readonly translation?: PackageTranslation | undefined;
}

/** What is wrong in the file of a text. */
export class TextFault extends Error {}

/** The text as blocks of JSON, for the few that Markdown cannot say: two spaces at a line's end, an empty line, a mark twice. */
const Exact = z.strictObject({ ...PackageFrontMatter.shape, blocks: z.array(z.looseObject({})).max(500) });

/** A text as a file: its ending, `.md` or `.json`, and what is in it. Reading it gives the same text. */
export function writeText(text: PackageText): { ending: '.md' | '.json'; source: string } {
  const { title, summary } = text;
  const blocks = text.blocks.map(plainRuns);
  const markdown = blocksToMarkdown(blocks.map((block) => ({ ...block, id: 'a' })));
  const source = `---\n${stringify({ title, summary }, { lineWidth: 0 })}---\n${markdown && `\n${markdown}`}`;
  if (isSaid(source, { title, summary, blocks })) return { ending: '.md', source };
  return { ending: '.json', source: toJson({ title, summary, blocks }) };
}

function isSaid(source: string, text: PackageText): boolean {
  try {
    return JSON.stringify(readMarkdown(source)) === JSON.stringify(text);
  } catch (error) {
    if (error instanceof TextFault) return false;
    throw error;
  }
}

/** JSON as a person reads it. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A block without its id, its neighbouring runs with the same marks as one, its keys in the order of the schema. */
function plainRuns(block: NewBlock): NewBlock {
  const { id: _, ...plain } = joined(Blocks.element.parse({ ...block, id: 'a' })) as Block;
  return plain;
}

function joined(value: unknown): unknown {
  if (Array.isArray(value)) return isRuns(value) ? joinedRuns(value) : value.map(joined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, joined(part)]));
}

const isRuns = (value: readonly unknown[]): value is Inline[] =>
  value.length > 0 &&
  value.every((run) => typeof run === 'object' && run !== null && 'type' in run && run.type === 'text');

const joinedRuns = (runs: readonly Inline[]): Inline[] =>
  runs.reduce<Inline[]>((out, { text, marks = [] }) => {
    const last = out.at(-1);
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
    else out.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
    return out;
  }, []);

/** @throws TextFault */
export function readMarkdown(given: string): PackageText {
  const source = given.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const matter = /^---\n([\s\S]*?)\n---\n?/.exec(source);
  if (!matter) throw new TextFault('it starts with a block between --- lines, with title and summary.');
  const { title, summary } = headOf(matter[1] ?? '');
  try {
    return checked({ title, summary, blocks: blocksFromMarkdown(source.slice(matter[0].length)) });
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    const offset = matter[0].split('\n').length - 1;
    throw new TextFault(`line ${error.line + offset}: ${error.message}`);
  }
}

function headOf(source: string): PackageFrontMatter {
  let head: unknown;
  try {
    // Nothing in it stands for something else: an alias that names an alias could grow without end.
    head = parse(source, { maxAliasCount: 0 });
  } catch {
    throw new TextFault('what stands between the --- lines cannot be read.');
  }
  return given(head, PackageFrontMatter);
}

/** @throws TextFault */
export function readExact(source: string): PackageText {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new TextFault(`this is not JSON: ${(error as Error).message}`);
  }
  const { title, summary, blocks } = given(value, Exact);
  const named = given(
    blocks.map((block) => ({ ...block, id: 'a' })),
    Blocks,
  );
  return checked({ title, summary, blocks: named.map(({ id: _, ...block }) => block) });
}

/** As long as a lesson may be, and with what can be stored alone. */
function checked(text: PackageText): PackageText {
  const { title, summary, blocks } = given(
    { ...text, blocks: text.blocks.map((block) => ({ ...block, id: 'a' })) },
    LessonText,
  );
  return { title, summary, blocks: blocks.map(({ id: _, ...block }) => block) };
}

function given<T extends z.ZodType>(value: unknown, schema: T): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TextFault(`${issue?.path.join('.') || 'it'}: ${issue?.message}`);
}

/** What a package says of the translation; undefined where it is a draft of every part in its order. */
export function writeTranslation(bodies: LessonBodies): PackageTranslation | undefined {
  const { en, es } = bodies;
  if (!es) return undefined;
  const [states, units, ids] = [statesOf(bodies), unitsOf(bodies), en.blocks.map(({ id }) => id)];
  const there = partNames(es);
  const stand = (key: string): PackageTranslation['title'] =>
    states.get(key) === 'missing' && there.has(key) ? { state: 'missing' } : standing(states.get(key), units[key]);
  const written: PackageTranslation = {
    title: stand(TITLE),
    summary: stand(SUMMARY),
    blocks: es.blocks.map(({ id }) => ({ at: ids.indexOf(id) + 1 || null, ...stand(id) })),
  };
  const parts = [written.title, written.summary, ...written.blocks];
  const simple =
    parts.every(({ state }) => state === 'draft') &&
    written.blocks.length === ids.length &&
    written.blocks.every(({ at }, index) => at === index + 1) &&
    es.blocks.every((block, at) => block.type === en.blocks[at]?.type);
  return simple ? undefined : written;
}

function standing(state: TranslationState | undefined, unit: Units[string] | undefined): PackageTranslation['title'] {
  if (state !== 'outdated') return { state: state === 'reviewed' ? 'reviewed' : 'draft' };
  return { state, ...(unit?.of && { of: unit.of }), ...(unit?.reviewed && { reviewed: true as const }) };
}

/** The bodies that a lesson gets from its texts, with new ids. */
export function bodiesOf({ en, es, translation }: PackageTexts): LessonBodies {
  const english = { ...en, blocks: en.blocks.map((block) => ({ ...block, id: newBlockId() })) };
  if (!es) return { en: english };
  const places = translation?.blocks.map(({ at }) => at) ?? es.blocks.map((_, at) => at + 1);
  const taken = new Set<string>();
  const blocks = es.blocks.map((block, index) => {
    const wish = english.blocks[(places[index] ?? 0) - 1]?.id ?? newBlockId();
    const id = taken.has(wish) ? newBlockId() : wish;
    taken.add(id);
    return { ...block, id };
  });
  const spanish = { title: es.title, summary: es.summary, blocks };
  const names = partNames(english);
  const said = new Map([
    [TITLE, translation?.title],
    [SUMMARY, translation?.summary],
    ...blocks.map(({ id }, at) => [id, translation?.blocks[at]] as const),
  ]);
  const units = [...partNames(spanish).keys()].flatMap((key) => {
    const name = names.get(key);
    if (name === undefined || said.get(key)?.state === 'missing') return [];
    return [[key, unitFrom(said.get(key), name)] as const];
  });
  return { en: english, es: withUnits(english, spanish, Object.fromEntries(units), '') };
}

function unitFrom(said: Partial<PackageTranslation['title']> | undefined, name: string): Units[string] {
  if (said?.state === 'reviewed') return { of: name, reviewed: true };
  if (said?.state !== 'outdated') return { of: name };
  return { of: said.of ?? '', ...(said.reviewed && { reviewed: true }) };
}
