import { QuestionContent, rulesOf, truths, type LeftReason, type NoteReason } from '@haven/assessment/contract';
import { type Locale, type Text } from '@haven/shared/contract';
import { type Found, tidy, Unreadable } from './found';
import { letter, secretNames } from './names';

/** An option as a file has it. */
export interface Choice {
  readonly text: string;
  readonly right: boolean;
}

export type Gap =
  { readonly options: readonly Choice[] } | { readonly accepted: readonly string[]; readonly matchCase: boolean };

/** What only one type of question has, in the one language of the file. */
export type Body =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly Choice[] }
  | { readonly kind: 'true-false'; readonly truth: boolean }
  | { readonly kind: 'ordering'; readonly items: readonly string[] }
  | {
      readonly kind: 'matching';
      /** Each with the number of its target. */
      readonly rows: readonly { readonly text: string; readonly target: number }[];
      readonly targets: readonly string[];
    }
  | { readonly kind: 'numeric'; readonly value: number; readonly tolerance: number; readonly units: readonly Unit[] }
  | { readonly kind: 'short-text'; readonly accepted: readonly string[]; readonly matchCase: boolean }
  /** In `text`, `[a]` stands where the first gap is, `[b]` where the second is. */
  | { readonly kind: 'blanks'; readonly text: string; readonly gaps: readonly Gap[] }
  | {
      readonly kind: 'hotspot';
      readonly picture: string;
      readonly alt: string;
      readonly regions: readonly (Choice & Area)[];
    }
  | { readonly kind: 'reflection' };

export interface Unit {
  readonly text: string;
  readonly factor: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A question as it stands in a file. */
export interface Sketch {
  readonly prompt: string;
  readonly body: Body;
  /** Why the answer is right; empty where the file does not say. */
  readonly explanation: string;
  readonly notes: readonly NoteReason[];
}

/** What stands above a text with blanks where a file has nothing there: neither Moodle nor most QTI items do. */
export const FILL: Text = { en: 'Fill in the blanks.', es: 'Completa los espacios.' };

/**
 * A question of Haven made of what a file holds. English is in every text of Haven: a file in Spanish stands in both places until somebody
 * translates it. A question comes without its evidence, so that it cannot be published before an editor has looked at it.
 * @throws Unreadable where it is no question that Haven can have.
 */
export function toContent(sketch: Sketch, lang: Locale): Pick<Found, 'content' | 'notes'> {
  const inLang = (text: string): Text => inBoth(tidy(text), lang);
  const { body } = sketch;
  const asked = tidy(sketch.prompt) !== '';
  if (!asked && body.kind !== 'blanks') throw new Unreadable('prompt');
  const common = { prompt: asked ? inLang(sketch.prompt) : FILL, evidence: null };
  const parts = partsOf(body, inLang);
  const given = tidy(sketch.explanation);
  const draft = checked({ ...common, ...parts, explanation: given ? inLang(given) : { en: '–' } });
  const explanation = given ? draft.explanation : derived(draft, lang);
  return {
    content: { ...draft, explanation },
    notes: [...new Set([...sketch.notes, ...(given ? [] : ['explanation' as const])])],
  };
}

const inBoth = (text: string, lang: Locale): Text => (lang === 'en' ? { en: text } : { en: text, es: text });

/** What is said where a file does not say why: Haven has no question without an explanation. */
function derived(content: QuestionContent, lang: Locale): Text {
  const right = rulesOf(content.kind).right(content);
  const said = (locale: Locale) =>
    right
      .map((text) => text[locale] ?? text.en)
      .join('; ')
      .slice(0, 1900);
  const en = right.length ? `Right: ${said('en')}` : 'There is no single right answer.';
  if (lang === 'en') return { en };
  return { en, es: right.length ? `Correcto: ${said('es')}` : 'No hay una sola respuesta correcta.' };
}

function partsOf(body: Body, inLang: (text: string) => Text): Record<string, unknown> & { kind: string } {
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return { kind: body.kind, options: optionsOf(body.options, inLang) };
    case 'ordering':
      return { kind: body.kind, items: named(body.items, secretNames(body.items), inLang) };
    case 'matching': {
      const texts = body.rows.map(({ text }) => text);
      const all = secretNames([...texts, ...body.targets]);
      const targets = named(body.targets, all.slice(texts.length), inLang);
      const rows = named(texts, all, inLang).map((row, at) => ({
        ...row,
        target: targets[body.rows[at]?.target ?? -1]?.id ?? '',
      }));
      return { kind: body.kind, rows, targets };
    }
    case 'numeric':
      return {
        ...body,
        units: body.units.map(({ text, factor }, at) => ({ id: letter(at), text: inLang(text), factor })),
      };
    case 'short-text':
      return { kind: body.kind, ...typed(body, inLang) };
    case 'blanks':
      return {
        kind: body.kind,
        text: inLang(body.text),
        blanks: body.gaps.map((gap, at) => ({
          id: letter(at),
          ...('options' in gap
            ? { kind: 'choose', options: optionsOf(gap.options, inLang) }
            : { kind: 'type', ...typed(gap, inLang) }),
        })),
      };
    case 'hotspot':
      return {
        ...body,
        alt: inLang(body.alt),
        regions: optionsOf(body.regions, inLang).map((region, at) => ({ ...region, ...areaOf(body.regions[at]) })),
      };
    default:
      return body;
  }
}

const areaOf = (area: Area | undefined) => area && { x: area.x, y: area.y, width: area.width, height: area.height };

const named = (texts: readonly string[], ids: readonly string[], inLang: (text: string) => Text) =>
  texts.map((text, at) => ({ id: ids[at] ?? '', text: inLang(text) }));

const optionsOf = (options: readonly Choice[], inLang: (text: string) => Text) =>
  options.map(({ text, right }, at) => ({ id: letter(at), text: inLang(text), correct: right }));

/** Accents need not be exact: that is how Haven asks, and how people type. */
const typed = (
  { accepted, matchCase }: { accepted: readonly string[]; matchCase: boolean },
  inLang: (text: string) => Text,
) => ({
  accepted: [...new Set(accepted.map(tidy))].filter(Boolean).map(inLang),
  matchCase,
  matchAccents: false,
});

/** The question by Haven's own rules. */
function checked(draft: unknown): QuestionContent {
  const read = QuestionContent.safeParse(draft);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Unreadable(reasonOf(issue?.code, issue?.path ?? []), null);
}

function reasonOf(code: string | undefined, path: readonly PropertyKey[]): LeftReason {
  if (code === 'too_big' && typeof path.at(-1) === 'string' && ['en', 'es'].includes(String(path.at(-1))))
    return 'too-long';
  if (path.includes('picture')) return 'picture';
  if (code === 'too_small' && ['en', 'es'].includes(String(path.at(-1)))) return 'empty';
  return code === 'custom' && !path.includes('text') ? 'key' : 'parts';
}

/** Whether two options are Haven's true and false, in whichever language; the truth of the first of them. */
export function truthOf(options: readonly Choice[]): boolean | null {
  if (options.length !== 2 || options.filter(({ right }) => right).length !== 1) return null;
  const ids = options.map(
    ({ text }) => truths.find(({ text: { en, es = en } }) => same(text, en) || same(text, es))?.id,
  );
  if (!ids.includes('true') || !ids.includes('false')) return null;
  return ids[options.findIndex(({ right }) => right)] === 'true';
}

const same = (a: string, b: string) => tidy(a).toLowerCase() === b.toLowerCase();

/** A text of a file within a text with blanks: what would look like a blank is put in round brackets. */
export const unbracketed = (text: string): string => text.replace(/\[([a-z0-9-]{1,20})\]/g, '($1)');
