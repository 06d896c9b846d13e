import { Injectable } from '@nestjs/common';
import { Questions, Quizzes } from '@haven/assessment/api';
import { QuestionContent } from '@haven/assessment/contract';
import { LessonText, type PartText } from '@haven/catalog/contract';
import { contentHash, notFound, type Person, Refusal } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import type * as z from 'zod';
import { CourseContent, type LessonBodies, type QuestionUnit } from '../content';
import { ItemRow, ItemVersionRow } from '../course.entity';
import { Drafts } from '../drafts';
import { Items } from '../items';
import { ownMedia } from '../media/media-of';
import { withCourseLine } from './course-parts';
import { withLessonPart } from './lesson-parts';
import { nameOf, type Part } from './part';
import { fromQuestionKey, withQuestionText } from './question-parts';

/** A part, the Spanish that it is to have, the name of the English that this was made from, and whether somebody has read it again. */
export interface PartEdit {
  readonly part: Part;
  readonly text: PartText | null;
  readonly of: string;
  readonly reviewed: boolean;
}

/** Writes translations where their texts are: in the course, in a lesson, in a question. All in the caller's transaction. */
@Injectable()
export class TranslationWrites {
  constructor(
    private readonly drafts: Drafts,
    private readonly items: Items,
    private readonly quizzes: Quizzes,
    private readonly wordings: Questions,
  ) {}

  /** Writes parts of one section at once: one new version of whatever they are in. @throws Refusal `invalid` for what cannot stand there. */
  async write(
    manager: EntityManager,
    actor: Person,
    course: string,
    item: string,
    edits: readonly PartEdit[],
  ): Promise<void> {
    const questions = edits.filter(({ part }) => fromQuestionKey(part.key));
    const texts = edits.filter((edit) => !questions.includes(edit));
    if (item !== course && texts.length > 0) await this.lesson(manager, actor, course, item, texts);
    if (questions.length > 0) await this.questions(manager, actor, course, item, questions);
    const lines = item === course ? texts : [];
    if (lines.length > 0 || questions.length > 0)
      await this.course(manager, actor, course, (content) =>
        withQuestionUnits(lines.reduce(withLine, content), questions),
      );
  }

  /** Changes what a course holds, as a new version where that is another one. */
  async course(
    manager: EntityManager,
    actor: Person,
    id: string,
    change: (content: CourseContent) => CourseContent,
  ): Promise<void> {
    const item = await manager.findOneByOrFail(ItemRow, { id, kind: 'course' });
    const version = await manager.findOneByOrFail(ItemVersionRow, { itemId: id, number: item.draft });
    const content = CourseContent.parse(version.content);
    const next = change(content);
    if (contentHash(next) !== contentHash(content)) await this.items.write(manager, item, next, actor.id);
  }

  private async lesson(
    manager: EntityManager,
    actor: Person,
    course: string,
    id: string,
    edits: readonly PartEdit[],
  ): Promise<void> {
    const { item, content } = await this.drafts.loadLesson(manager, course, id, true);
    const bodies = edits.reduce<LessonBodies>(withLessonPart, content.bodies);
    const next = { ...content, bodies };
    if (contentHash(next) === contentHash(content)) return;
    const { es } = bodies;
    if (es) checked(LessonText, { title: es.title, summary: es.summary, blocks: es.blocks });
    await ownMedia(manager, actor, course, bodies);
    await this.items.write(manager, item, next, actor.id);
  }

  private async questions(
    manager: EntityManager,
    actor: Person,
    course: string,
    item: string,
    edits: readonly PartEdit[],
  ): Promise<void> {
    const { content: lesson } = await this.drafts.loadLesson(manager, course, item);
    const quiz = lesson.quiz ? await this.quizzes.byId(manager, lesson.quiz) : null;
    const drafts = quiz ? await this.quizzes.drafts(manager, quiz) : [];
    for (const id of new Set(edits.flatMap(({ part }) => fromQuestionKey(part.key)?.question ?? []))) {
      const draft = drafts.find((question) => question.id === id);
      if (!draft) throw notFound();
      let content = draft.content;
      for (const { part, text } of edits) {
        const at = fromQuestionKey(part.key);
        if (at?.question === id) content = withQuestionText(content, at.path, lineIn(text));
      }
      if (contentHash(content) !== contentHash(draft.content))
        await this.wordings.reword(manager, actor, id, draft.version, checked(QuestionContent, content));
    }
  }
}

const lineIn = (text: PartText | null) => (typeof text === 'string' ? text : null);

const withLine = (content: CourseContent, { part, text, of, reviewed }: PartEdit): CourseContent => {
  const line = lineIn(text);
  return withCourseLine(content, part.key, line, line === null ? null : unitOf(part, of, reviewed));
};

/** Nothing has to be known of what was made from the English as it is. */
const unitOf = ({ of: english }: Part, of: string, reviewed: boolean) =>
  of === english && !reviewed ? null : { of, ...(reviewed && { reviewed: true as const }) };

function withQuestionUnits(content: CourseContent, edits: readonly PartEdit[]): CourseContent {
  if (edits.length === 0) return content;
  const known = new Map(Object.entries(content.translation?.questions ?? {}));
  for (const { part, text, of, reviewed } of edits) {
    // Where something was said of it before, or its wordings tell something else, it is said anew.
    const told = unitOf(part, of, reviewed) ?? (known.has(part.key) || part.from !== of ? { of } : null);
    if (text === null || !told) known.delete(part.key);
    else known.set(part.key, { ...told, words: nameOf(text) });
  }
  const questions: Record<string, QuestionUnit> = Object.fromEntries(known);
  if (Object.keys(questions).length === 0 && !content.translation?.questions) return content;
  return { ...content, translation: { ...content.translation, questions } };
}

/** @throws Refusal `invalid` with what is wrong. */
function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? '';
  throw new Refusal('invalid', 'These words cannot stand there. Nothing was changed.', [{ path: 'text', message }]);
}
