import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Quizzes } from '@haven/assessment/api';
import { type PackageLesson } from '@haven/catalog/contract';
import { Recordings } from '@haven/recordings/api';
import { contentHash, newId } from '@haven/shared/api';
import { type Locale, locales } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { CourseContent, LessonContent } from '../content';
import { CourseRow } from '../course.entity';
import { Items } from '../items';
import { LessonMediaStore } from '../media/lesson-media';
import { newBlockId } from '../text/block-ids';
import { type CoursePackage, type PackageText, readPackage } from './read-package';

type Ids = ReadonlyMap<string, string>;

/** The door through which courses enter, the demo's included: a package becomes a draft, whole or not at all. */
@Injectable()
export class ImportCourse {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly recordings: Recordings,
    private readonly quizzes: Quizzes,
    private readonly items: Items,
    private readonly media: LessonMediaStore,
  ) {}

  /**
   * Brings in the package in `folder` as a draft of `authorId`. A course whose address is taken is left as it is and answered.
   * Owns its transaction: media that was stored before a failure is content-addressed and harmless.
   * @throws Refusal `bad-package` or `bad-media` naming the file.
   */
  async run(folder: string, authorId: string | null): Promise<CourseRow> {
    const given = await readPackage(folder);
    return this.database.transaction(async (manager) => {
      const course = { id: newId(), slug: given.course.slug, authorId };
      const known = await manager.findOneBy(CourseRow, { slug: course.slug });
      if (known) return known;
      await manager.insert(CourseRow, course);
      const recordings = await this.addRecordings(manager, given, authorId);
      const quizzes = await this.addQuizzes(manager, given, authorId);
      const lessons = new Map<string, string>();
      for (const [slug, lesson] of given.lessons) {
        const content = lessonContent(lesson, recordings, quizzes);
        const id = newId();
        await this.items.add(manager, { id, courseId: course.id, kind: 'lesson', slug }, content, authorId);
        lessons.set(slug, id);
      }
      for (const [name, bytes] of given.media) await this.media.bring(manager, course.id, authorId, name, bytes);
      const content = courseContent(given, lessons);
      const item = { id: course.id, courseId: course.id, kind: 'course' as const, slug: `course:${course.slug}` };
      await this.items.add(manager, item, content, authorId);
      return manager.create(CourseRow, course);
    });
  }

  private async addRecordings(manager: EntityManager, given: CoursePackage, authorId: string | null): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const [name, { folder, file, vtt, captions, ...recording }] of given.recordings) {
      const tracks = locales.flatMap((locale) => {
        const source = vtt[locale];
        return source === undefined ? [] : [{ locale, vtt: source, reviewedOn: captions[locale]?.reviewedOn ?? null }];
      });
      const row = await this.recordings.add(manager, {
        ...recording,
        authorId,
        file: join(folder, file),
        captions: tracks,
      });
      ids.set(name, row.id);
    }
    return ids;
  }

  private async addQuizzes(manager: EntityManager, given: CoursePackage, authorId: string | null): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const [slug, quiz] of given.quizzes) {
      const lesson = [...given.lessons.values()].find((candidate) => candidate.quiz === slug);
      const title = { en: lesson?.texts.en.title ?? slug, ...(lesson && { es: lesson.texts.es.title }) };
      const { questions: named, contents, ...rules } = quiz;
      const questions = contents.map((content, at) => ({ content, tags: named[at]?.tags ?? [] }));
      ids.set(slug, await this.quizzes.add(manager, { title, rules, questions, authorId }));
    }
    return ids;
  }
}

function lessonContent(
  lesson: PackageLesson & { texts: Record<Locale, PackageText> },
  recordings: Ids,
  quizzes: Ids,
): LessonContent {
  const ids = lesson.texts.en.blocks.map(() => newBlockId());
  const body = ({ title, summary, blocks }: PackageText) => ({
    title,
    summary,
    blocks: blocks.map((block, at) => ({ ...block, id: ids[at] ?? newBlockId() })),
  });
  const en = body(lesson.texts.en);
  return LessonContent.parse({
    kind: lesson.kind,
    minutes: lesson.minutes,
    rule: ruleOf(lesson),
    recording: lesson.recording ? (recordings.get(lesson.recording) ?? null) : null,
    quiz: lesson.quiz ? (quizzes.get(lesson.quiz) ?? null) : null,
    bodies: { en, es: { ...body(lesson.texts.es), of: contentHash(en) } },
  });
}

function ruleOf({ kind, required, unproven }: PackageLesson): LessonContent['rule'] {
  if (kind === 'recording') return { kind: 'watch', required: required ?? 90, ...(unproven && { unproven }) };
  return { kind: kind === 'quiz' ? 'pass' : 'read' };
}

function courseContent({ course }: CoursePackage, lessons: Ids): CourseContent {
  const { topic, title, summary, outcomes, languages, reviewedOn, modules } = course;
  return CourseContent.parse({
    topic,
    title,
    summary,
    outcomes,
    languages,
    reviewedOn,
    modules: modules.map((module) => ({
      id: newId(),
      slug: module.slug,
      title: module.title,
      lessons: module.lessons.flatMap((slug) => lessons.get(slug) ?? []),
    })),
  });
}
