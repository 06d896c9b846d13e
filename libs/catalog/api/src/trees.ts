import { Injectable } from '@nestjs/common';
import { Quizzes, wordingsOf } from '@haven/assessment/api';
import { QuizRules } from '@haven/assessment/contract';
import { Recordings } from '@haven/recordings/api';
import { type EntityManager } from 'typeorm';
import { Borrowing } from './borrowing';
import { CourseContent, LessonContent } from './content';
import { type CourseRow, ItemRow, ItemVersionRow, type PinnedLesson, type ReleaseRow } from './course.entity';
import { withheldBy } from './translation/gate';
import { sectionsOf } from './translation/sections';
import { type CourseTree, type TreeLesson } from './tree';

/** What a lesson has beside its own content. */
type Parts = Pick<TreeLesson, 'rules' | 'questions' | 'drawn' | 'rev' | 'home'>;
const none: Parts = { rules: null, questions: null, drawn: [], rev: null };

/** Loads whole courses: the draft as authors see it, a release as it was pinned. */
@Injectable()
export class Trees {
  constructor(
    private readonly quizzes: Quizzes,
    private readonly recordings: Recordings,
    private readonly borrowing: Borrowing,
  ) {}

  async draft(manager: EntityManager, course: CourseRow): Promise<CourseTree> {
    const items = await manager.findBy(ItemRow, { courseId: course.id });
    const own = await this.versions(
      manager,
      items.map((item) => ({ itemId: item.id, number: item.draft })),
    );
    const loans = await this.borrowing.loans(manager, CourseContent.parse(own.get(course.id)?.content).borrowed);
    const pins = [...loans.values()].map(({ pin }) => ({ itemId: pin.id, number: pin.version }));
    const versions = new Map([...own, ...(await this.versions(manager, pins))]);
    const slugs = new Map(
      [...items, ...[...loans].map(([id, { slug }]) => ({ id, slug }))].map((one) => [one.id, one.slug]),
    );
    const recordings = [...versions.values()].flatMap(
      ({ content }) => ('recording' in content && content.recording) || [],
    );
    const revisions = await this.recordings.revisions(manager, recordings);
    const tree = await this.assemble(course.id, slugs, versions, async (lesson, { recording, quiz: id }, all) => {
      const loan = loans.get(lesson);
      if (loan) return { ...(await this.pinnedParts(manager, loan.pin)), home: loan.home };
      const quiz = id ? await this.quizzes.byId(manager, id) : null;
      const parts = quiz && {
        rules: QuizRules.parse(quiz.rules),
        questions: await this.quizzes.drafts(manager, quiz),
        drawn: await this.quizzes.drawn(manager, quiz, new Set(all.flatMap((one) => one.quiz ?? []))),
      };
      return { ...none, ...parts, rev: recording ? (revisions.get(recording) ?? null) : null };
    });
    return { ...tree, withheld: await this.withheld(manager, course.id, tree) };
  }

  private async withheld(manager: EntityManager, course: string, tree: CourseTree): Promise<string[]> {
    if (!tree.content.translation?.gate) return [];
    const questions = tree.lessons.flatMap((lesson) => lesson.questions?.map(({ id }) => id) ?? []);
    return withheldBy(tree.content, sectionsOf(tree, await wordingsOf(manager, questions), course));
  }

  async release(manager: EntityManager, release: ReleaseRow): Promise<CourseTree> {
    const { course, lessons } = release.manifest;
    const pins = [
      { itemId: release.courseId, number: course },
      ...lessons.map(({ id, version }) => ({ itemId: id, number: version })),
    ];
    const slugs = new Map(lessons.map((lesson) => [lesson.id, lesson.slug]));
    const pinned = new Map(lessons.map((lesson) => [lesson.id, lesson]));
    const tree = await this.assemble(release.courseId, slugs, await this.versions(manager, pins), (id) =>
      this.pinnedParts(manager, pinned.get(id)),
    );
    return { ...tree, withheld: release.manifest.withheld ?? [] };
  }

  private async pinnedParts(manager: EntityManager, pin: PinnedLesson | undefined): Promise<Parts> {
    const rev = pin?.recording?.rev ?? null;
    if (!pin?.quiz) return { ...none, rev };
    const { rules, questions: asked } = await this.quizzes.pinned(manager, pin.quiz.id, pin.quiz.version);
    const [questions, drawn] = [asked.filter((one) => !one.drawn), asked.filter((one) => one.drawn)];
    return { ...none, rules, questions, drawn, rev };
  }

  private async assemble(
    courseId: string,
    slugs: ReadonlyMap<string, string>,
    versions: ReadonlyMap<string, ItemVersionRow>,
    partsOf: (id: string, lesson: LessonContent, all: readonly LessonContent[]) => Promise<Parts>,
  ): Promise<CourseTree> {
    const course = versions.get(courseId);
    if (!course) throw new Error(`course ${courseId} has no version`);
    const content = CourseContent.parse(course.content);
    const all = content.modules
      .flatMap((module) => module.lessons)
      .map((id) => {
        const version = versions.get(id);
        if (!version) throw new Error(`lesson ${id} of course ${courseId} has no version`);
        const { number, hash } = version;
        return { id, slug: slugs.get(id) ?? id, version: number, hash, content: LessonContent.parse(version.content) };
      });
    const contents = all.map((lesson) => lesson.content);
    const lessons: TreeLesson[] = [];
    for (const lesson of all) lessons.push({ ...lesson, ...(await partsOf(lesson.id, lesson.content, contents)) });
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
