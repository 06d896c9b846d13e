import {
  type CourseCard,
  type CourseDetail,
  type LessonCard,
  type LessonDetail,
  phaseOf,
} from '@haven/catalog/contract';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type LessonContent } from './content';
import { type CourseRow, type Manifest, type PinnedLesson, type ReleasedPage, type ReleaseRow } from './course.entity';
import { titleOf } from './diff';
import { settingsOf, unusualOf, withUsual } from './settings';
import { inEnglish } from './translation/gate';
import { type CourseTree, isWithheld, type TreeLesson } from './tree';

const toLessonCard = ({ id, slug, content }: Pick<TreeLesson, 'id' | 'slug' | 'content'>): LessonCard => ({
  id,
  slug,
  kind: content.kind,
  title: titleOf(content),
  summary: { en: content.bodies.en.summary, ...(content.bodies.es?.summary && { es: content.bodies.es.summary }) },
  minutes: content.minutes,
});

/** A course as its page shows it, from the tree that is being released. */
export function toCourseDetail(
  course: CourseRow,
  tree: CourseTree,
  recordings: ReadonlyMap<string, RecordingDetail>,
): ReleasedPage {
  const { content, lessons } = tree;
  const cards = new Map(lessons.map((lesson) => [lesson.id, toLessonCard(lesson)]));
  const page: ReleasedPage = {
    id: course.id,
    slug: course.slug,
    topic: content.topic,
    title: content.title,
    summary: content.summary,
    languages: content.languages.filter(
      (locale) => lessons.every((lesson) => lesson.content.bodies[locale]) && !(locale === 'es' && isWithheld(tree)),
    ),
    outcomes: content.outcomes,
    reviewedOn: content.reviewedOn,
    ...unusualOf(settingsOf(content)),
    minutes: lessons.reduce((sum, lesson) => sum + lesson.content.minutes, 0),
    captions: [...recordings.values()].some((recording) => recording.captions.length > 0),
    modules: content.modules.map(({ id, slug, title, lessons: ids }) => ({
      id,
      slug,
      title,
      lessons: ids.flatMap((lesson) => cards.get(lesson) ?? []),
    })),
  };
  return isWithheld(tree) ? inEnglish(page) : page;
}

/** The page of a released course. A release that brings back an older one shows that one's page, under its own number and time. */
export const toReleasedDetail = (
  { detail, number, effectiveAt }: ReleaseRow,
  prerequisites: CourseDetail['prerequisites'],
  now: Date,
): CourseDetail => ({
  ...detail,
  ...withUsual(detail),
  phase: phaseOf(withUsual(detail), now),
  prerequisites,
  release: { number, publishedAt: effectiveAt.toISOString() },
});

/** A course in a list, from its released page. */
export const toCourseCard = ({ detail }: Pick<ReleaseRow, 'detail'>, now: Date): CourseCard => ({
  ...detail,
  ...withUsual(detail),
  phase: phaseOf(withUsual(detail), now),
  modules: detail.modules.length,
  lessons: detail.modules.reduce((sum, module) => sum + module.lessons.length, 0),
});

/** A released lesson with everything that its page needs, in every language that its release shows. */
export function toLessonDetail(
  pinned: PinnedLesson,
  content: LessonContent,
  recording: RecordingDetail | null,
  manifest: Manifest,
): LessonDetail {
  const texts = {
    ...toLessonCard({ ...pinned, content }),
    body: { en: content.bodies.en.blocks, ...(content.bodies.es && { es: content.bodies.es.blocks }) },
  };
  return { ...(isWithheld(manifest) ? inEnglish(texts) : texts), rule: pinned.rule, recording, quiz: pinned.quiz };
}
