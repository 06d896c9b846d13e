import { Injectable } from '@nestjs/common';
import { Quizzes } from '@haven/assessment/api';
import { QuizRules } from '@haven/assessment/contract';
import { type EntityManager } from 'typeorm';
import { CourseContent, LessonContent } from './content';
import { type CourseRow, ItemRow, ItemVersionRow, type ReleaseRow } from './course.entity';
import { type CourseTree, type TreeLesson } from './tree';

/** Loads whole courses: the draft as authors see it, a release as it was pinned. */
@Injectable()
export class Trees {
  constructor(private readonly quizzes: Quizzes) {}

  async draft(manager: EntityManager, course: CourseRow): Promise<CourseTree> {
    const items = await manager.findBy(ItemRow, { courseId: course.id });
    const versions = await this.versions(
      manager,
      items.map((item) => ({ itemId: item.id, number: item.draft })),
    );
    const slugs = new Map(items.map((item) => [item.id, item.slug]));
    return this.assemble(course.id, slugs, versions, async (lesson) => {
      const quiz = lesson.quiz ? await this.quizzes.byId(manager, lesson.quiz) : null;
      return quiz && { rules: QuizRules.parse(quiz.rules), questions: await this.quizzes.drafts(manager, quiz) };
    });
  }

  async release(manager: EntityManager, release: ReleaseRow): Promise<CourseTree> {
    const { course, lessons } = release.manifest;
    const pins = [
      { itemId: release.courseId, number: course },
      ...lessons.map(({ id, version }) => ({ itemId: id, number: version })),
    ];
    const slugs = new Map(lessons.map((lesson) => [lesson.id, lesson.slug]));
    const quizVersions = new Map(
      lessons.flatMap((lesson) => (lesson.quiz ? [[lesson.quiz.id, lesson.quiz.version] as const] : [])),
    );
    return this.assemble(release.courseId, slugs, await this.versions(manager, pins), async (lesson) => {
      const version = lesson.quiz ? quizVersions.get(lesson.quiz) : undefined;
      return lesson.quiz && version !== undefined ? this.quizzes.pinned(manager, lesson.quiz, version) : null;
    });
  }

  private async assemble(
    courseId: string,
    slugs: ReadonlyMap<string, string>,
    versions: ReadonlyMap<string, ItemVersionRow>,
    quizOf: (lesson: LessonContent) => Promise<Pick<TreeLesson, 'rules' | 'questions'> | null>,
  ): Promise<CourseTree> {
    const course = versions.get(courseId);
    if (!course) throw new Error(`course ${courseId} has no version`);
    const content = CourseContent.parse(course.content);
    const lessons: TreeLesson[] = [];
    for (const id of content.modules.flatMap((module) => module.lessons)) {
      const version = versions.get(id);
      if (!version) throw new Error(`lesson ${id} of course ${courseId} has no version`);
      const lesson = LessonContent.parse(version.content);
      const quiz = await quizOf(lesson);
      lessons.push({
        id,
        slug: slugs.get(id) ?? id,
        version: version.number,
        hash: version.hash,
        content: lesson,
        questions: quiz?.questions ?? null,
        rules: quiz?.rules ?? null,
      });
    }
    return { version: course.number, hash: course.hash, content, lessons };
  }

  private async versions(
    manager: EntityManager,
    pins: { itemId: string; number: number }[],
  ): Promise<Map<string, ItemVersionRow>> {
    const rows = await manager
      .createQueryBuilder(ItemVersionRow, 'v')
      .where('(v.itemId, v.number) IN (SELECT * FROM unnest(:ids::uuid[], :numbers::int[]))', {
        ids: pins.map((pin) => pin.itemId),
        numbers: pins.map((pin) => pin.number),
      })
      .getMany();
    return new Map(rows.map((row) => [row.itemId, row]));
  }
}
