import { type QuestionContent, type QuizRules, rulesOf, type TextAt, textsOf } from '@haven/assessment/contract';
import { type Change, type LessonChanges, quizRuleNames } from '@haven/catalog/contract';
import { locales, plainText, type Text } from '@haven/shared/contract';
import { change, textChanges } from './change';
import { type LessonContent } from './content';
import { settingsChanges } from './settings-changes';
import { hasTitle } from './text/translation';
import { askedIn, type CourseTree, type TreeLesson } from './tree';

/** What a reader will find different: per lesson, in the words of the content. The first entry may be the course itself. */
export function diff(before: CourseTree | null, after: CourseTree): LessonChanges[] {
  const old = new Map(before?.lessons.map((lesson) => [lesson.id, lesson]));
  const now = new Set(after.lessons.map((lesson) => lesson.id));
  const added = after.lessons.filter((lesson) => !old.has(lesson.id)).map((lesson) => entry(lesson, 'added', []));
  const removed = (before?.lessons ?? [])
    .filter((lesson) => !now.has(lesson.id))
    .map((lesson) => entry(lesson, 'removed', []));
  const changed = after.lessons.flatMap((lesson) => {
    const previous = old.get(lesson.id);
    const changes = previous ? lessonChanges(previous, lesson) : [];
    return changes.length > 0 ? [entry(lesson, 'changed', changes)] : [];
  });
  return [...courseEntry(before, after), ...moved(before, after, now, old), ...changed, ...added, ...removed];
}

const entry = (lesson: TreeLesson, kind: LessonChanges['kind'], changes: Change[]): LessonChanges => ({
  lesson: lesson.id,
  title: titleOf(lesson.content),
  kind,
  changes,
});

/** The title of a lesson in each language that it has. */
export const titleOf = ({ bodies }: LessonContent): Text => ({
  en: bodies.en.title,
  ...(bodies.es && hasTitle(bodies) && { es: bodies.es.title }),
});

function courseEntry(before: CourseTree | null, after: CourseTree): LessonChanges[] {
  if (!before) return [];
  const changes = [
    ...textChanges('title', before.content.title, after.content.title),
    ...textChanges('summary', before.content.summary, after.content.summary),
    ...settingsChanges(before.content, after.content),
    ...moduleChanges(before.content.modules, after.content.modules),
  ];
  return changes.length > 0 ? [{ lesson: null, title: after.content.title, kind: 'changed', changes }] : [];
}

type Modules = CourseTree['content']['modules'];

function moduleChanges(before: Modules, after: Modules): Change[] {
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap(({ id, title }) =>
      textChanges('module', before.find((old) => old.id === id)?.title ?? null, title),
    ),
    ...before.filter(({ id }) => !now.has(id)).flatMap(({ title }) => change('module', 'en', title.en, null)),
  ];
}

/** Lessons that stand in another module, and the fewest that must have changed places among the others to come to this order. */
function moved(
  before: CourseTree | null,
  after: CourseTree,
  now: ReadonlySet<string>,
  old: ReadonlyMap<string, TreeLesson>,
): LessonChanges[] {
  if (!before) return [];
  const order = new Map(before.lessons.filter(({ id }) => now.has(id)).map(({ id }, at) => [id, at]));
  const kept = after.lessons.filter(({ id }) => old.has(id));
  const still = longestRising(kept.map(({ id }) => order.get(id) ?? 0));
  const [was, is] = [homes(before.content.modules), homes(after.content.modules)];
  return kept
    .filter(({ id }) => was.get(id) !== is.get(id) || !still.has(order.get(id) ?? 0))
    .map((lesson) => entry(lesson, 'moved', []));
}

const homes = (modules: Modules) =>
  new Map(modules.flatMap(({ id, lessons }) => lessons.map((lesson) => [lesson, id])));

/** A longest rising part of different numbers, by patience sorting. */
export function longestRising(numbers: readonly number[]): Set<number> {
  const tops: number[] = [];
  const below = new Map<number, number | undefined>();
  for (const number of numbers) {
    const found = tops.findIndex((top) => top >= number);
    const pile = found === -1 ? tops.length : found;
    below.set(number, tops[pile - 1]);
    tops[pile] = number;
  }
  const rising = new Set<number>();
  for (let at = tops.at(-1); at !== undefined; at = below.get(at)) rising.add(at);
  return rising;
}

function lessonChanges(before: TreeLesson, after: TreeLesson): Change[] {
  const [a, b] = [before.content, after.content];
  const texts = locales.flatMap((locale) => {
    const [was, is] = [a.bodies[locale], b.bodies[locale]];
    const line = (what: Change['what'], x: string | undefined, y: string | undefined) =>
      change(what, locale, x ?? null, y ?? null);
    return [
      ...line('title', was?.title, is?.title),
      ...line('summary', was?.summary, is?.summary),
      ...blockChanges(a, b, locale),
    ];
  });
  const rule =
    JSON.stringify(a.rule) === JSON.stringify(b.rule)
      ? []
      : change('rule', null, JSON.stringify(a.rule), JSON.stringify(b.rule));
  const file = a.recording === b.recording ? change('recording', null, fileOf(before), fileOf(after)) : [];
  return [...texts, ...rule, ...file, ...questionChanges(before, after)];
}

const fileOf = ({ rev }: TreeLesson) => (rev === null ? null : String(rev));

function blockChanges(a: LessonContent, b: LessonContent, locale: 'en' | 'es'): Change[] {
  const [was, is] = [a.bodies[locale]?.blocks ?? [], b.bodies[locale]?.blocks ?? []];
  const old = new Map(was.map((block) => [block.id, block]));
  const now = new Set(is.map((block) => block.id));
  const gone = was
    .filter((block) => !now.has(block.id))
    .flatMap((block) => change('text', locale, plainText(block), null));
  const here = is.flatMap((block) => {
    const previous = old.get(block.id);
    if (previous && JSON.stringify(previous) === JSON.stringify(block)) return [];
    return [{ what: 'text' as const, locale, before: previous ? plainText(previous) : null, after: plainText(block) }];
  });
  return [...here, ...gone];
}

function questionChanges(before: TreeLesson, after: TreeLesson): Change[] {
  const [was, is] = [askedIn(before) ?? [], askedIn(after) ?? []];
  const old = new Map(was.map((question) => [question.id, question]));
  const now = new Set(is.map((question) => question.id));
  const here = is.flatMap((question) => {
    const previous = old.get(question.id);
    return previous
      ? [
          ...oneQuestion(previous.content, question.content),
          ...change('tags', null, tagsOf(previous), tagsOf(question)),
        ]
      : change(question.drawn ? 'drawn' : 'prompt', 'en', null, question.content.prompt.en);
  });
  const rules = before.rules && after.rules ? ruleChanges(before.rules, after.rules) : [];
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .flatMap(([, { content, drawn }]) => change(drawn ? 'drawn' : 'prompt', 'en', content.prompt.en, null));
  return [...rules, ...here, ...gone];
}

function ruleChanges(a: QuizRules, b: QuizRules): Change[] {
  const said = (value: string | number | boolean | null) => (value === null ? null : String(value));
  const draws = ({ draws }: QuizRules, where?: 'bank') =>
    draws.flatMap(({ tag, count, from }) => (from === where ? [`${tag}: ${count}`] : [])).join('; ') || null;
  return [
    ...quizRuleNames.flatMap((name) => change(name, null, said(a[name]), said(b[name]))),
    ...change('draws', null, draws(a), draws(b)),
    ...change('bankDraws', null, draws(a, 'bank'), draws(b, 'bank')),
  ];
}

function oneQuestion(a: QuestionContent, b: QuestionContent): Change[] {
  const [was, is] = [textsOf(a), textsOf(b)];
  const here = is.flatMap(({ path, text }) =>
    textChanges(partOf(path), was.find((other) => other.path === path)?.text ?? null, text),
  );
  const gone = was.filter(({ path }) => !is.some((other) => other.path === path));
  return [
    ...here,
    ...gone.flatMap(({ path, text }) => change(partOf(path), 'en', text.en, null)),
    ...orderChange(was, is),
    ...change('key', null, keyOf(a), keyOf(b)),
    ...change('rule', null, a.kind, b.kind),
    ...change('rule', null, a.evidence, b.evidence),
  ];
}

const tagsOf = ({ tags }: { readonly tags: readonly string[] }) => tags.toSorted().join(', ') || null;

const partOf = (path: string) => (path === 'prompt' || path === 'explanation' ? path : 'option');

const keyOf = (question: QuestionContent) =>
  rulesOf(question.kind)
    .right(question)
    .map(({ en }) => en)
    .join('; ');

/** The same parts in another order. Added and removed ones are told one by one. */
function orderChange(a: readonly TextAt[], b: readonly TextAt[]): Change[] {
  const parts = (texts: readonly TextAt[]) => texts.filter(({ path }) => partOf(path) === 'option');
  const paths = (texts: readonly TextAt[]) => parts(texts).map(({ path }) => path);
  const words = (texts: readonly TextAt[]) =>
    parts(texts)
      .map(({ text }) => text.en)
      .join('; ');
  const same = paths(a).toSorted().join() === paths(b).toSorted().join();
  return same && paths(a).join() !== paths(b).join() ? change('option', 'en', words(a), words(b)) : [];
}
