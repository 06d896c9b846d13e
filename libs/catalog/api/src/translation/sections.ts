import { type QuestionContent } from '@haven/assessment/contract';
import { type SectionTranslation, type TranslationPart } from '@haven/catalog/contract';
import { type CourseContent } from '../content';
import { titleOf } from '../diff';
import { isFree } from '../text/translation';
import { type TreeLesson } from '../tree';
import { courseParts } from './course-parts';
import { lessonParts } from './lesson-parts';
import { countsOf, type Part } from './part';
import { questionParts } from './question-parts';

/** What is translated in one go, with how each of its parts stands. */
export interface Section extends Omit<SectionTranslation, 'counts' | 'parts'> {
  readonly parts: readonly Part[];
}

/** What of a course is looked at. */
export interface Translated {
  readonly content: CourseContent;
  readonly lessons: readonly Pick<TreeLesson, 'id' | 'content' | 'questions' | 'home'>[];
}

/** The words of a course, then its lessons in their order. `wordings`: those of the questions, by question. */
export function sectionsOf(
  { content, lessons }: Translated,
  wordings: ReadonlyMap<string, readonly QuestionContent[]>,
  course: string,
): Section[] {
  const lore = { units: content.translation?.questions ?? {}, wordings };
  return [
    { item: course, kind: 'course', title: content.title, own: false, parts: courseParts(content) },
    // What is borrowed is translated where it is at home.
    ...lessons
      .filter(({ home }) => !home)
      .map(({ id, content: lesson, questions }): Section => {
        const parts = [...lessonParts(lesson.bodies), ...questionParts(questions ?? [], lore)];
        return { item: id, kind: lesson.kind, title: titleOf(lesson), own: isFree(lesson.bodies), parts };
      }),
  ];
}

export const toCard = ({ parts, ...section }: Section) => ({ ...section, counts: countsOf(parts) });

/** `earlier`: the English that a part was made from, by its key. */
export const toPart = (
  { from: _, ...part }: Part,
  earlier: ReadonlyMap<string, string> = new Map(),
): TranslationPart => ({ ...part, before: earlier.get(part.key) ?? null });
