import {
  type CourseReview,
  type CourseStatus,
  type Picture,
  type StudioCourse,
  type StudioLesson,
} from '@haven/catalog/contract';
import { type CourseRow } from './course.entity';
import { titleOf } from './diff';
import { settingsOf } from './settings';
import { type CourseTree, isStale, type TreeLesson } from './tree';

/** A course's draft beside what everyone sees. `changed`: the lessons whose draft differs from their release. */
export function toStudioCourse(
  course: CourseRow,
  draft: CourseTree,
  released: CourseTree | null,
  { changed, status, review }: { changed: ReadonlySet<string | null>; status: CourseStatus; review: CourseReview },
): StudioCourse {
  const published = new Set(released?.lessons.map((lesson) => lesson.id));
  const rows = new Map(
    draft.lessons.map((lesson) => {
      const state = !published.has(lesson.id) ? 'new' : changed.has(lesson.id) ? 'changed' : 'published';
      return [lesson.id, toStudioLesson(lesson, state)] as const;
    }),
  );
  const { title, summary, topic, modules } = draft.content;
  return {
    id: course.id,
    slug: course.slug,
    version: draft.version,
    ...{ title, summary, topic, status, review },
    settings: settingsOf(draft.content),
    pictures: picturesOf(draft),
    modules: modules.map(({ id, title, lessons }) => ({
      id,
      title,
      lessons: lessons.flatMap((lesson) => rows.get(lesson) ?? []),
    })),
  };
}

/** The pictures of the lessons and the cover, each once. */
function picturesOf({ content, lessons }: CourseTree): Picture[] {
  const blocks = lessons.flatMap(({ content: { bodies } }) => [...bodies.en.blocks, ...(bodies.es?.blocks ?? [])]);
  const all = [...(content.cover ? [content.cover] : []), ...blocks.filter((block) => block.type === 'image')];
  const pictures = all.map(({ picture, width, height }) => [picture, { picture, width, height }] as const);
  return [...new Map(pictures).values()];
}

const toStudioLesson = (lesson: TreeLesson, state: StudioLesson['state']): StudioLesson => ({
  id: lesson.id,
  slug: lesson.slug,
  kind: lesson.content.kind,
  title: titleOf(lesson.content),
  minutes: lesson.content.minutes,
  quiz: lesson.content.quiz,
  state,
  staleIn: isStale(lesson.content) ? ['es'] : [],
  missingIn: lesson.content.bodies.es ? [] : ['es'],
  lacks: lacks(lesson),
  ...(lesson.home && { home: lesson.home }),
});

function lacks({ content, questions, drawn }: TreeLesson): StudioLesson['lacks'] {
  if (content.kind === 'reading') return content.bodies.en.blocks.length === 0 ? 'text' : null;
  if (content.kind === 'recording') return content.recording === null ? 'recording' : null;
  return questions?.length || drawn.length ? null : 'questions';
}
