import { type Finding } from '@haven/catalog/contract';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type Blocks } from '@haven/shared/contract';
import { shortDraws, textsOf } from '@haven/assessment/contract';
import { titleOf } from './diff';
import { askedIn, type CourseTree, isStale, type TreeLesson } from './tree';

/** What stands in the way of publishing `tree`, and what is worth a look. `recordings` holds those that are playable, by id. */
export function findings(tree: CourseTree, recordings: ReadonlyMap<string, RecordingDetail>): Finding[] {
  const slugs = new Set(tree.lessons.map((lesson) => lesson.slug));
  const watched = new Map(
    tree.lessons.flatMap(({ slug, content }) => {
      const recording = content.recording ? recordings.get(content.recording) : undefined;
      return recording ? [[slug, recording.duration] as const] : [];
    }),
  );
  const lessons = tree.lessons.flatMap((lesson) => {
    const codes = [
      ...textFindings(lesson, slugs, watched),
      ...mediaFindings(lesson, recordings),
      ...quizFindings(lesson, slugs),
    ];
    const of = { lesson: lesson.id, title: titleOf(lesson.content) };
    return codes.map(([level, code, question]): Finding => ({ level, code, ...of, ...(question && { question }) }));
  });
  return [...outlineFindings(tree), ...languageFindings(tree), ...lessons];
}

/** Because of what learners are not shown the Spanish: the course's own words, or lessons. */
function languageFindings({ content, lessons, withheld = [] }: CourseTree): Finding[] {
  const about = { level: 'warning', code: 'translation-not-ready' } as const;
  return withheld.map((item): Finding => {
    const lesson = lessons.find(({ id }) => id === item);
    return lesson
      ? { ...about, lesson: item, title: titleOf(lesson.content) }
      : { ...about, lesson: null, title: content.title };
  });
}

function outlineFindings({ content }: CourseTree): Finding[] {
  const { title, modules } = content;
  const about = { level: 'blocking', lesson: null } as const;
  if (modules.every((module) => module.lessons.length === 0)) return [{ ...about, code: 'no-lessons', title }];
  return modules
    .filter((module) => module.lessons.length === 0)
    .map((module) => ({ ...about, code: 'empty-module', title: module.title }));
}

/** With the question that it is about, where it is about one. */
type Found = [Finding['level'], Finding['code'], Finding['question']?];

/** `watched`: how long the recording of a lesson is, in seconds, by the lesson's address. */
function textFindings(
  { content }: TreeLesson,
  slugs: ReadonlySet<string>,
  watched: ReadonlyMap<string, number>,
): Found[] {
  const { en, es } = content.bodies;
  const found: Found[] = [];
  if (content.kind === 'reading' && en.blocks.length === 0) found.push(['blocking', 'empty-lesson']);
  if ([...lessonLinks(en.blocks), ...lessonLinks(es?.blocks ?? [])].some((slug) => !slugs.has(slug)))
    found.push(['blocking', 'broken-link']);
  const moments = [...en.blocks, ...(es?.blocks ?? [])].filter((block) => block.type === 'moment');
  if (moments.some(({ lesson, range: [, to] }) => to > (watched.get(lesson) ?? 0)))
    found.push(['blocking', 'broken-moment']);
  if (!es) found.push(['warning', 'missing-translation']);
  if (isStale(content)) found.push(['warning', 'stale-translation']);
  return found;
}

function mediaFindings({ content }: TreeLesson, recordings: ReadonlyMap<string, RecordingDetail>): Found[] {
  if (content.kind !== 'recording') return [];
  const recording = content.recording ? recordings.get(content.recording) : undefined;
  if (!recording) return [['blocking', 'recording-not-playable']];
  return recording.captions.some((track) => track.locale === recording.language)
    ? []
    : [['blocking', 'no-reviewed-captions']];
}

function quizFindings(lesson: TreeLesson, slugs: ReadonlySet<string>): Found[] {
  const { content, questions, rules } = lesson;
  const asked = askedIn(lesson) ?? [];
  if (content.kind !== 'quiz') return [];
  const short: Found[] = rules && shortDraws(rules, asked).length > 0 ? [['blocking', 'short-draw']] : [];
  if (!questions || asked.length === 0) return [['blocking', 'no-questions'], ...short];
  // What is drawn from other quizzes is ready; where its answer stands is asked for where it is written.
  const found: Found[] = [];
  const unfinished = questions.find(({ ready }) => !ready);
  if (unfinished) found.push(['blocking', 'draft-question', unfinished.id]);
  const unproven = questions.find((question) => !question.content.evidence);
  if (unproven) found.push(['blocking', 'no-evidence', unproven.id]);
  found.push(...short);
  if (asked.some(({ content: { evidence } }) => evidence && !slugs.has(slugOf(evidence))))
    found.push(['blocking', 'broken-link']);
  if (asked.some(({ content }) => textsOf(content).some(({ text, path }) => !text.es && path !== 'explanation')))
    found.push(['warning', 'missing-translation']);
  return found;
}

const slugOf = (href: string) => /^lesson:([a-z0-9-]+)/.exec(href)?.[1] ?? '';

/** The lessons that a text links to. */
function lessonLinks(blocks: Blocks): string[] {
  return [...JSON.stringify(blocks).matchAll(/"href":"lesson:([a-z0-9-]+)/g)].map((match) => match[1] ?? '');
}
