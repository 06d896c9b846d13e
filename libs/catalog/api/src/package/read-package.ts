import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type QuestionContent, QuizRules } from '@haven/assessment/contract';
import {
  PackageCourse,
  PackageFrontMatter,
  PackageLesson,
  PackageQuiz,
  PackageRecording,
} from '@haven/catalog/contract';
import { Refusal } from '@haven/shared/api';
import { type Locale } from '@haven/shared/contract';
import { parse as parseYaml } from 'yaml';
import type * as z from 'zod';
import { blocksFromMarkdown, MarkdownError, type NewBlock } from '../text/from-markdown';
import { QuestionFault, questionsOf } from './read-quiz';

/** A lesson's text in one language, as its file has it. */
export interface PackageText extends PackageFrontMatter {
  readonly blocks: readonly NewBlock[];
}

/** A package that was read and checked whole, before anything is stored. */
export interface CoursePackage {
  readonly course: PackageCourse;
  readonly lessons: ReadonlyMap<string, PackageLesson & { readonly texts: Record<Locale, PackageText> }>;
  /** With the questions as they are stored. */
  readonly quizzes: ReadonlyMap<string, PackageQuiz & { readonly contents: readonly QuestionContent[] }>;
  readonly recordings: ReadonlyMap<
    string,
    PackageRecording & { readonly folder: string; readonly vtt: Partial<Record<Locale, string>> }
  >;
  /** The pictures and files that the texts name, by hash and ending, from the folder `media`. */
  readonly media: ReadonlyMap<string, Buffer>;
}

const bad = (file: string, message: string) => new Refusal('bad-package', `${file}: ${message}`);

/**
 * Reads the course package in `folder`.
 * @throws Refusal `bad-package` naming the file and what is wrong in it.
 */
export async function readPackage(folder: string): Promise<CoursePackage> {
  const course = await json(folder, 'course.json', PackageCourse);
  const lessons: [string, PackageLesson & { texts: Record<Locale, PackageText> }][] = [];
  for (const slug of course.modules.flatMap((module) => module.lessons)) {
    const lesson = await json(folder, `lessons/${slug}/lesson.json`, PackageLesson);
    const texts = { en: await text(folder, `lessons/${slug}/en.md`), es: await text(folder, `lessons/${slug}/es.md`) };
    sameShape(`lessons/${slug}`, texts);
    lessons.push([slug, { ...lesson, texts }]);
  }
  const quizzes = await each(folder, 'quizzes', (name) => quiz(folder, `quizzes/${name}`), '.json');
  const recordings = await each(folder, 'recordings', async (name) => {
    const recording = await json(folder, `recordings/${name}/recording.json`, PackageRecording);
    return { ...recording, folder: join(folder, 'recordings', name), vtt: await captionFiles(folder, name, recording) };
  });
  const media = await mediaFiles(
    folder,
    lessons.flatMap(([, { texts }]) => [...texts.en.blocks, ...texts.es.blocks]),
  );
  const read = { course, lessons: new Map(lessons), quizzes, recordings, media };
  checkReferences(read);
  return read;
}

async function quiz(folder: string, file: string): Promise<PackageQuiz & { contents: readonly QuestionContent[] }> {
  const read = await json(folder, file, PackageQuiz);
  try {
    const { questions, ...rules } = read;
    return { ...check(file, rules, QuizRules), questions, contents: await questionsOf(join(folder, 'quizzes'), read) };
  } catch (error) {
    throw error instanceof QuestionFault ? bad(file, error.message) : error;
  }
}

async function mediaFiles(folder: string, blocks: readonly NewBlock[]): Promise<Map<string, Buffer>> {
  const names = blocks.flatMap((block) =>
    block.type === 'image' ? [`${block.picture}.webp`] : block.type === 'file' ? [`${block.file}.${block.format}`] : [],
  );
  const files = [...new Set(names)].map(async (name) => {
    const bytes = await readFile(join(folder, 'media', name)).catch(() => null);
    if (!bytes) throw bad(`media/${name}`, 'this file is missing.');
    return [name, bytes] as const;
  });
  return new Map(await Promise.all(files));
}

async function captionFiles(
  folder: string,
  name: string,
  recording: PackageRecording,
): Promise<Partial<Record<Locale, string>>> {
  const files = Object.entries(recording.captions) as [Locale, { file: string }][];
  const read = await Promise.all(
    files.map(async ([locale, { file }]) => [locale, await load(folder, `recordings/${name}/${file}`)] as const),
  );
  return Object.fromEntries(read);
}

function checkReferences({ course, lessons, quizzes, recordings }: CoursePackage): void {
  for (const [slug, { kind, quiz, recording, required }] of lessons) {
    const file = `lessons/${slug}/lesson.json`;
    if (kind === 'quiz' && (!quiz || !quizzes.has(quiz))) throw bad(file, `there is no quiz "${quiz ?? ''}".`);
    if (kind === 'recording' && (!recording || !recordings.has(recording)))
      throw bad(file, `there is no recording "${recording ?? ''}".`);
    if (kind === 'recording' && required === undefined)
      throw bad(file, '"required" says how many per cent have to be watched.');
  }
  for (const [slug, quiz] of quizzes)
    for (const question of quiz.questions)
      if (!lessons.has(question.evidence.lesson))
        throw bad(`quizzes/${slug}.json`, `the evidence of "${question.slug}" is in a lesson that is not here.`);
  if (lessons.size !== course.modules.flatMap((module) => module.lessons).length)
    throw bad('course.json', 'a lesson stands twice.');
}

/** Both languages hold the same kinds of blocks in the same order: by that they share their ids. */
function sameShape(lesson: string, { en, es }: Record<Locale, PackageText>): void {
  const at = en.blocks.findIndex((block, at) => block.type !== es.blocks[at]?.type);
  if (at >= 0 || en.blocks.length !== es.blocks.length)
    throw bad(`${lesson}/es.md`, `part ${(at >= 0 ? at : en.blocks.length) + 1} is not of the same kind as in en.md.`);
}

/** What `read` makes of each entry of a folder that ends in `ending`, by its name without it. */
async function each<T>(
  folder: string,
  kind: string,
  read: (name: string) => Promise<T>,
  ending = '',
): Promise<Map<string, T>> {
  const names = (await readdir(join(folder, kind)).catch(() => [])).filter((name) => name.endsWith(ending));
  const entries = await Promise.all(
    names.sort().map(async (name) => [name.replace(/\.json$/, ''), await read(name)] as const),
  );
  return new Map(entries);
}

async function load(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch {
    throw bad(file, 'this file is missing.');
  }
}

async function json<T extends z.ZodType>(folder: string, file: string, schema: T): Promise<z.infer<T>> {
  const source = await load(folder, file);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw bad(file, `this is not JSON: ${(error as Error).message}`);
  }
  return check(file, value, schema);
}

function check<T extends z.ZodType>(file: string, value: unknown, schema: T): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw bad(file, `${issue?.path.join('.') || 'it'}: ${issue?.message}`);
}

async function text(folder: string, file: string): Promise<PackageText> {
  const source = (await load(folder, file)).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const matter = /^---\n([\s\S]*?)\n---\n?/.exec(source);
  if (!matter) throw bad(file, 'it starts with a block between --- lines, with title and summary.');
  const head = check(file, parseYaml(matter[1] ?? ''), PackageFrontMatter);
  try {
    return { ...head, blocks: blocksFromMarkdown(source.slice(matter[0].length)) };
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    const offset = matter[0].split('\n').length - 1;
    throw bad(file, `line ${error.line + offset}: ${error.message}`);
  }
}
