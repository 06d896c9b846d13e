import { type CourseContent, type TranslationUnit } from '../content';
import { lineName } from '../text/translation';
import { type Part, partOf } from './part';

interface Line {
  readonly key: string;
  readonly en: string;
  readonly es?: string | undefined;
}

/** The lines of a course itself. Modules go by their addresses: those stay where a course is brought elsewhere as a package. */
function linesOf({ title, summary, outcomes, modules }: CourseContent): Line[] {
  return [
    { key: '@title', ...title },
    { key: '@summary', ...summary },
    ...outcomes.en.map((en, at) => ({ key: `@outcome-${at + 1}`, en, es: outcomes.es?.[at] })),
    ...modules.map((module) => ({ key: `@module-${module.slug}`, ...module.title })),
  ].filter(({ en }) => en.trim() !== '');
}

export const courseParts = (content: CourseContent): Part[] =>
  linesOf(content).map(({ key, en, es }) => partOf(key, en, es || null, content.translation?.units?.[key]));

/** The English of a course by the keys of its parts. */
export const courseEnglish = (content: CourseContent): Map<string, string> =>
  new Map(linesOf(content).map(({ key, en }) => [key, en]));

/** The course with another translation of one of its lines. `unit`: what is known of it, nothing where it was made from the English as it is. */
export function withCourseLine(
  content: CourseContent,
  key: string,
  es: string | null,
  unit: TranslationUnit | null,
): CourseContent {
  const said = (text: { en: string; es?: string | undefined }) => ({ en: text.en, ...(es !== null && { es }) });
  const { title, summary, outcomes, modules } = content;
  const outcome = /^@outcome-(\d+)$/.exec(key)?.[1];
  return withCourseUnit(
    {
      ...content,
      title: key === '@title' ? said(title) : title,
      summary: key === '@summary' ? said(summary) : summary,
      outcomes: outcome ? withOutcome(outcomes, Number(outcome) - 1, es) : outcomes,
      modules: modules.map((module) =>
        key === `@module-${module.slug}` ? { ...module, title: said(module.title) } : module,
      ),
    },
    key,
    unit,
  );
}

/** What is not translated yet is an empty line: the others keep their places. */
function withOutcome({ en, es = [] }: CourseContent['outcomes'], at: number, text: string | null) {
  const next = en.map((_, place) => (place === at ? (text ?? '') : (es[place] ?? '')));
  return { en, ...(next.some(Boolean) && { es: next }) };
}

function withCourseUnit(content: CourseContent, key: string, unit: TranslationUnit | null): CourseContent {
  const { [key]: _, ...units } = content.translation?.units ?? {};
  if (unit) units[key] = unit;
  return { ...content, translation: { ...content.translation, units } };
}

/** The course after a change of its words: a translation that was not touched with its English stays tied to the one that it was made from. */
export function tiedCourse(before: CourseContent, after: CourseContent): CourseContent {
  const old = new Map(linesOf(before).map((line) => [line.key, line]));
  const kept = before.translation?.units ?? {};
  const units: Record<string, TranslationUnit> = {};
  for (const { key, en, es } of linesOf(after)) {
    const was = old.get(key);
    if (!es || !was || was.es !== es) continue;
    const unit = kept[key] ?? (was.en === en ? null : { of: lineName(was.en) });
    if (unit) units[key] = unit;
  }
  if (Object.keys(units).length === 0 && !before.translation?.units) return after;
  return { ...after, translation: { ...after.translation, units } };
}
