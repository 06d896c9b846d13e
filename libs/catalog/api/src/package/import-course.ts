import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Quizzes } from '@haven/assessment/api';
import { type QuestionContent, textsOf } from '@haven/assessment/contract';
import { PackedRecordings } from '@haven/recordings/api';
import { newId, type Person } from '@haven/shared/api';
import { locales } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { CourseContent, LessonContent, type QuestionUnit } from '../content';
import { CourseRow } from '../course.entity';
import { Items } from '../items';
import { LessonMediaStore } from '../media/lesson-media';
import { insertCourse, taken } from '../outlines';
import { lineName } from '../text/translation';
import { questionKey } from '../translation/question-parts';
import { bodiesOf } from './lesson-texts';
import { openFolder, type PackageFiles } from './package-files';
import { type CoursePackage, readPackage } from './read-package';
import { type PackageLesson, type QuestionTranslation } from './shapes';

type Ids = ReadonlyMap<string, string>;

/** A package, where its files are, and how its recordings come in: ready at once, or made ready afterwards. */
interface Given {
  readonly read: CoursePackage;
  readonly files: PackageFiles;
  readonly recordings: 'add' | 'bring';
}

/** The door through which courses enter, the demo's included: a package becomes a draft, whole or not at all. */
@Injectable()
export class ImportCourse {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly recordings: PackedRecordings,
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
    const files = await openFolder(folder);
    const read = await readPackage(files);
    return this.database.transaction(async (manager) => {
      const course = manager.create(CourseRow, { id: newId(), slug: read.course.slug, authorId });
      const known = await manager.findOneBy(CourseRow, { slug: course.slug });
      if (known) return known;
      if (!(await insertCourse(manager, course))) throw taken();
      await this.write(manager, course, { read, files, recordings: 'add' });
      return course;
    });
  }

  /** Looks at what would be stored as it is. @throws Refusal `bad-package` naming the file. */
  async check({ media }: CoursePackage): Promise<void> {
    for (const [name, bytes] of media) await this.media.check(name, bytes);
  }

  /**
   * Makes a course of what was read, under an address of its own, with new ids for everything in it: beside the course that it may have come
   * from, which stays as it is. Owns its transaction. @throws Refusal `conflict` where the address is taken, `bad-package`, `bad-media`.
   */
  async take(actor: Person, slug: string, read: CoursePackage, files: PackageFiles): Promise<string> {
    const course = { id: newId(), slug, authorId: actor.id };
    await this.database.transaction(async (manager) => {
      if (!(await insertCourse(manager, course))) throw taken();
      await this.write(manager, course, { read, files, recordings: 'bring' });
    });
    return course.id;
  }

  private async write(
    manager: EntityManager,
    course: Pick<CourseRow, 'id' | 'slug' | 'authorId'>,
    given: Given,
  ): Promise<void> {
    const { read } = given;
    const recordings = await this.addRecordings(manager, given, course.authorId);
    const { quizzes, units } = await this.addQuizzes(manager, read, course.authorId);
    const lessons = new Map<string, string>();
    for (const [slug, lesson] of read.lessons) {
      const content = LessonContent.parse({
        ...{ kind: lesson.kind, minutes: lesson.minutes, rule: ruleOf(lesson), bodies: bodiesOf(lesson.texts) },
        recording: recordings.get(lesson.recording ?? '') ?? null,
        quiz: quizzes.get(lesson.quiz ?? '') ?? null,
      });
      const id = newId();
      await this.items.add(manager, { id, courseId: course.id, kind: 'lesson', slug }, content, course.authorId);
      lessons.set(slug, id);
    }
    for (const [name, bytes] of read.media) await this.media.bring(manager, course.id, course.authorId, name, bytes);
    const item = { id: course.id, courseId: course.id, kind: 'course' as const, slug: `course:${course.slug}` };
    await this.items.add(manager, item, courseContent(read, lessons, units), course.authorId);
  }

  private async addRecordings(manager: EntityManager, given: Given, authorId: string | null): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const [name, recording] of given.read.recordings) {
      const { path, file: _, sha256: __, vtt, captions, ...about } = recording;
      const tracks = locales.flatMap((locale) => {
        const source = vtt[locale];
        return source === undefined ? [] : [{ locale, vtt: source, reviewedOn: captions[locale]?.reviewedOn ?? null }];
      });
      const row = await given.files.lend(path, (file) =>
        this.recordings[given.recordings](manager, { ...about, authorId, file, captions: tracks }),
      );
      ids.set(name, row.id);
    }
    return ids;
  }

  private async addQuizzes(manager: EntityManager, given: CoursePackage, authorId: string | null) {
    const quizzes = new Map<string, string>();
    const units: Record<string, QuestionUnit> = {};
    for (const [slug, quiz] of given.quizzes) {
      const texts = [...given.lessons.values()].find((candidate) => candidate.quiz === slug)?.texts;
      const title = { en: texts?.en.title ?? slug, ...(texts?.es && { es: texts.es.title }) };
      const { questions: named, contents, ...rules } = quiz;
      const questions = contents.map((content, at) => {
        // Those from elsewhere have no names here and say no evidence: they are drafts.
        const question = named[at];
        return { content, tags: question?.tags ?? [], ready: question !== undefined && !question.draft };
      });
      const made = await this.quizzes.add(manager, { title, rules, questions, authorId });
      quizzes.set(slug, made.id);
      made.questions.forEach((id, at) => Object.assign(units, unitsOf(id, contents[at], named[at]?.translation)));
    }
    return { quizzes, units };
  }
}

function ruleOf({ kind, required, unproven }: PackageLesson): LessonContent['rule'] {
  if (kind === 'recording')
    return { kind: 'watch', required: required ?? 90, ...(unproven !== undefined && { unproven }) };
  return { kind: kind === 'quiz' ? 'pass' : 'read' };
}

/** What a package says of the translation of a question, as a course keeps it. */
function unitsOf(
  id: string,
  content: QuestionContent | undefined,
  translation: QuestionTranslation = {},
): Record<string, QuestionUnit> {
  const texts = content ? textsOf(content) : [];
  return Object.fromEntries(
    texts.flatMap(({ path, text: { en, es } }) => {
      const told = translation[path];
      if (!told || !es) return [];
      const made = told.state === 'reviewed' ? { of: lineName(en), reviewed: true as const } : { of: told.of };
      return [[questionKey(id, path), { ...made, words: lineName(es) }]];
    }),
  );
}

function courseContent(
  { course }: CoursePackage,
  lessons: Ids,
  questions: Record<string, QuestionUnit>,
): CourseContent {
  const { format: _, slug: __, modules, translation, ...about } = course;
  const told = { ...translation, ...(Object.keys(questions).length > 0 && { questions }) };
  return CourseContent.parse({
    ...about,
    ...(Object.keys(told).length > 0 && { translation: told }),
    modules: modules.map((module) => ({
      id: newId(),
      slug: module.slug,
      title: module.title,
      lessons: module.lessons.flatMap((slug) => lessons.get(slug) ?? []),
    })),
  });
}
