import { type packageFormats, type PackageLeft, type PackageReport, type SendPackage } from '@haven/catalog/contract';
import { Gathered } from './elsewhere/gathered';
import { isCartridge, readCartridge } from './elsewhere/read-cartridge';
import { hasMarkdown, readMarkdownFolder } from './elsewhere/read-markdown-folder';
import { badPackage, type PackageFiles } from './package-files';
import { type CoursePackage, readPackage } from './read-package';

/** What a package holds, whatever its format: the course that would be made of it, and what of it is left. */
export interface ReadPackage {
  readonly format: (typeof packageFormats)[number];
  readonly read: CoursePackage;
  readonly left: readonly PackageLeft[];
}

/**
 * Reads a package, whose format is known by the files in it. `given` says what it cannot say itself; `today` is the day.
 * @throws Refusal `bad-package` where nothing of it can be a course
 */
export async function readAny(files: PackageFiles, { lang, name }: SendPackage, today: string): Promise<ReadPackage> {
  if (isHavens(files.names)) {
    const read = await readPackage(files);
    return { format: 'haven', read, left: unused(files, read) };
  }
  const gathered = new Gathered(files, lang);
  const [format, reader] = isCartridge(files.names)
    ? (['common-cartridge', readCartridge] as const)
    : (['markdown', readMarkdownFolder] as const);
  if (format === 'markdown' && !hasMarkdown(files.names))
    throw badPackage(
      'no-course',
      '',
      'This zip holds neither a course of Haven’s, nor Markdown, nor a Common Cartridge.',
    );
  const read = await reader(gathered, name, today);
  return { format, read, left: gathered.left.toSorted(byPlace) };
}

/** Also where `course.json` is missing: its texts are no folder of Markdown then. */
const isHavens = (names: readonly string[]) =>
  names.some((name) => name === 'course.json' || /^lessons\/[^/]+\/lesson\.json$/.test(name));

const byPlace = (a: PackageLeft, b: PackageLeft) =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;

/** The files that no part of the course names. */
function unused({ names }: PackageFiles, { lessons, quizzes, recordings, media }: CoursePackage): PackageLeft[] {
  const used = new Set<string>(['course.json', ...[...media.keys()].map((name) => `media/${name}`)]);
  for (const slug of lessons.keys())
    for (const name of ['lesson.json', 'en.md', 'en.json', 'es.md', 'es.json', 'translation.json'])
      used.add(`lessons/${slug}/${name}`);
  for (const [slug, { questions }] of quizzes)
    for (const name of [`${slug}.json`, ...questions.map((question) => String(question['picture'] ?? ''))])
      used.add(`quizzes/${name}`);
  for (const [slug, { path, captions }] of recordings)
    for (const name of ['recording.json', ...Object.values(captions).map(({ file }) => file)])
      used.add(path).add(`recordings/${slug}/${name}`);
  return names
    .filter((name) => !used.has(name))
    .slice(0, 500)
    .map((file) => ({ file, line: null, reason: 'unused-file', what: null }));
}

/** What of a package its sender is shown. */
export function toReport({ format, read, left }: ReadPackage): Omit<PackageReport, 'id' | 'slug' | 'taken'> {
  const { course, lessons, quizzes, recordings, media } = read;
  const pictures = [...media.keys()].filter((name) => name.endsWith('.webp')).length;
  return {
    format,
    title: course.title,
    summary: course.summary,
    languages: course.languages.filter((locale) => [...lessons.values()].every(({ texts }) => texts[locale])),
    modules: course.modules.map((module) => ({
      title: module.title,
      lessons: module.lessons.flatMap((slug) => {
        const lesson = lessons.get(slug);
        if (!lesson) return [];
        const { en, es } = lesson.texts;
        const title = { en: en.title, ...(es && { es: es.title }) };
        return [{ title, kind: lesson.kind, languages: es ? (['en', 'es'] as const).slice() : ['en' as const] }];
      }),
    })),
    questions: [...quizzes.values()].reduce((sum, quiz) => sum + quiz.contents.length, 0),
    recordings: recordings.size,
    pictures,
    files: media.size - pictures,
    left: [...left],
  };
}
