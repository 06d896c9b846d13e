import { type QuestionContent, QuizRules } from '@haven/assessment/contract';
import { parseVtt, VttError } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import type * as z from 'zod';
import { type NewBlock } from '../text/from-markdown';
import { type PackageTexts, readExact, readMarkdown, TextFault } from './lesson-texts';
import { badPackage, type PackageFiles } from './package-files';
import { QuestionFault, questionsOf } from './read-quiz';
import { FORMAT, PackageCourse, PackageLesson, PackageQuiz, PackageRecording, PackageTranslation } from './shapes';

/** A package that was read and checked whole, before anything is stored. */
export interface CoursePackage {
  readonly course: PackageCourse;
  readonly lessons: ReadonlyMap<string, PackageLesson & { readonly texts: PackageTexts }>;
  /** With the questions as they are stored. */
  readonly quizzes: ReadonlyMap<string, PackageQuiz & { readonly contents: readonly QuestionContent[] }>;
  /** `path`: the name of the media file in the package. */
  readonly recordings: ReadonlyMap<
    string,
    PackageRecording & { readonly path: string; readonly vtt: Partial<Record<Locale, string>> }
  >;
  /** The pictures and files that the texts name, by hash and ending, from the folder `media`. */
  readonly media: ReadonlyMap<string, Buffer>;
}

const bad = (file: string, message: string) => badPackage('file', file, message);

/** The most bytes of a file that is read as text. */
const LONGEST = 1_000_000;

/**
 * Reads a course package.
 * @throws Refusal `bad-package` naming the file and what is wrong in it.
 */
export async function readPackage(files: PackageFiles): Promise<CoursePackage> {
  await checkFormat(files);
  const course = await json(files, 'course.json', PackageCourse);
  const lessons: [string, PackageLesson & { texts: PackageTexts }][] = [];
  for (const slug of course.modules.flatMap((module) => module.lessons)) {
    const lesson = await json(files, `lessons/${slug}/lesson.json`, PackageLesson);
    lessons.push([slug, { ...lesson, texts: await texts(files, `lessons/${slug}`) }]);
  }
  const quizzes = await each(files, /^quizzes\/([^/]+)\.json$/, (_, file) => quiz(files, file));
  const recordings = await each(files, /^recordings\/([^/]+)\/recording\.json$/, (name, file) =>
    recording(files, file, `recordings/${name}`),
  );
  const media = await mediaFiles(
    files,
    course.cover?.picture,
    lessons.flatMap(([, { texts }]) => [...texts.en.blocks, ...(texts.es?.blocks ?? [])]),
  );
  const read = { course, lessons: new Map(lessons), quizzes, recordings, media };
  checkReferences(read);
  return read;
}

/** The version is looked at before anything else: whatever else is in a file of another version is not to be judged. */
async function checkFormat(files: PackageFiles): Promise<void> {
  const value: unknown = parsed('course.json', await load(files, 'course.json'));
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (format !== undefined && format !== FORMAT)
    throw badPackage(
      'version',
      'course.json',
      `this package has another format than the one that Haven reads, which is ${FORMAT}.`,
    );
}

async function texts(files: PackageFiles, folder: string): Promise<PackageTexts> {
  const en = await text(files, `${folder}/en`);
  if (!en) throw badPackage('missing', `${folder}/en.md`, 'this file is missing.');
  const es = await text(files, `${folder}/es`);
  if (!es) return { en };
  if (files.names.includes(`${folder}/translation.json`))
    return { en, es, translation: await json(files, `${folder}/translation.json`, PackageTranslation) };
  sameShape(folder, en.blocks, es.blocks);
  return { en, es };
}

async function text(files: PackageFiles, name: string) {
  const file = [`${name}.md`, `${name}.json`].find((one) => files.names.includes(one));
  if (!file) return undefined;
  const source = await load(files, file);
  try {
    return file.endsWith('.md') ? readMarkdown(source) : readExact(source);
  } catch (error) {
    throw error instanceof TextFault ? bad(file, error.message) : error;
  }
}

async function quiz(
  files: PackageFiles,
  file: string,
): Promise<PackageQuiz & { contents: readonly QuestionContent[] }> {
  const read = await json(files, file, PackageQuiz);
  try {
    const { questions, ...rules } = read;
    return { ...check(file, rules, QuizRules), questions, contents: await questionsOf(files, 'quizzes', read) };
  } catch (error) {
    throw error instanceof QuestionFault ? bad(file, error.message) : error;
  }
}

async function recording(files: PackageFiles, file: string, folder: string) {
  const read = await json(files, file, PackageRecording);
  const path = `${folder}/${read.file}`;
  if (!files.names.includes(path)) throw badPackage('missing', path, 'this file is missing.');
  if (read.sha256 !== undefined && (await files.hash(path)) !== read.sha256)
    throw badPackage('hash', path, 'these bytes have another hash.');
  return { ...read, path, vtt: await captionFiles(files, folder, read) };
}

async function mediaFiles(
  files: PackageFiles,
  cover: string | undefined,
  blocks: readonly NewBlock[],
): Promise<Map<string, Buffer>> {
  const named = blocks.flatMap((block) =>
    block.type === 'image' ? [`${block.picture}.webp`] : block.type === 'file' ? [`${block.file}.${block.format}`] : [],
  );
  const media = new Map<string, Buffer>();
  for (const name of new Set([...(cover ? [`${cover}.webp`] : []), ...named])) {
    const file = `media/${name}`;
    const bytes = await files.read(file);
    if (!bytes) throw badPackage('missing', file, 'this file is missing.');
    media.set(name, bytes);
  }
  return media;
}

async function captionFiles(
  files: PackageFiles,
  folder: string,
  { captions }: PackageRecording,
): Promise<Partial<Record<Locale, string>>> {
  const vtt: Partial<Record<Locale, string>> = {};
  for (const [locale, { file }] of Object.entries(captions) as [Locale, { file: string }][]) {
    const source = await load(files, `${folder}/${file}`);
    try {
      parseVtt(source);
    } catch (error) {
      throw error instanceof VttError ? bad(`${folder}/${file}`, error.message) : error;
    }
    vtt[locale] = source;
  }
  return vtt;
}

function checkReferences({ course, lessons, quizzes, recordings }: CoursePackage): void {
  for (const [slug, { kind, quiz, recording, required }] of lessons) {
    const file = `lessons/${slug}/lesson.json`;
    if (quiz !== undefined && !quizzes.has(quiz)) throw bad(file, `there is no quiz "${quiz}".`);
    if (recording !== undefined && !recordings.has(recording)) throw bad(file, `there is no recording "${recording}".`);
    if (kind === 'recording' && required === undefined)
      throw bad(file, '"required" says how many per cent have to be watched.');
  }
  for (const [slug, quiz] of quizzes)
    for (const { slug: question, evidence } of quiz.questions)
      if (evidence && !lessons.has(evidence.lesson))
        throw bad(`quizzes/${slug}.json`, `the evidence of "${question}" is in a lesson that is not here.`);
  if (lessons.size !== course.modules.flatMap((module) => module.lessons).length)
    throw bad('course.json', 'a lesson stands twice.');
  const modules = course.modules.map(({ slug }) => slug);
  if (new Set(modules).size !== modules.length) throw bad('course.json', 'a module stands twice.');
}

/** Both languages hold the same kinds of blocks in the same order: by that they share their ids. */
function sameShape(lesson: string, en: readonly NewBlock[], es: readonly NewBlock[]): void {
  const at = en.findIndex((block, at) => block.type !== es[at]?.type);
  if (at >= 0 || en.length !== es.length)
    throw bad(`${lesson}/es.md`, `part ${(at >= 0 ? at : en.length) + 1} is not of the same kind as in en.md.`);
}

/** What `read` makes of each file whose name has this pattern, by the part of it that is its own. */
async function each<T>(
  { names }: PackageFiles,
  pattern: RegExp,
  read: (own: string, file: string) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const name of names) {
    const own = pattern.exec(name)?.[1];
    if (own !== undefined) found.set(own, await read(own, name));
  }
  return found;
}

async function load(files: PackageFiles, file: string): Promise<string> {
  const bytes = await files.read(file);
  if (!bytes) throw badPackage(file === 'course.json' ? 'no-course' : 'missing', file, 'this file is missing.');
  if (bytes.length > LONGEST) throw badPackage('large', file, 'this file is too large.');
  return bytes.toString('utf8');
}

function parsed(file: string, source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw bad(file, `this is not JSON: ${(error as Error).message}`);
  }
}

async function json<T extends z.ZodType>(files: PackageFiles, file: string, schema: T): Promise<z.infer<T>> {
  const value = parsed(file, await load(files, file));
  const text = JSON.stringify(value);
  if (/\\u0000|\\ud[89a-f]/i.test(text.replaceAll('\\\\', '')))
    throw bad(file, 'this holds a character that cannot be stored.');
  return check(file, value, schema);
}

function check<T extends z.ZodType>(file: string, value: unknown, schema: T): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw bad(file, `${issue?.path.join('.') || 'it'}: ${issue?.message}`);
}
