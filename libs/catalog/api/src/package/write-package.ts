import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { type QuestionDraft, textsOf } from '@haven/assessment/contract';
import { type PackedRecording } from '@haven/recordings/api';
import { type Block, slugFrom } from '@haven/shared/contract';
import { CourseContent } from '../content';
import { freeName } from '../free-name';
import { questionKey } from '../translation/question-parts';
import { askedIn, type CourseTree, type TreeLesson } from '../tree';
import { toJson, writeText, writeTranslation } from './lesson-texts';
import { FORMAT, type PackageCourse, type PackageLesson, type QuestionTranslation } from './shapes';
import { type WrittenFile } from './write-zip';

/** What is written: a course, draft or release, with its recordings by their ids. */
export interface Written {
  readonly slug: string;
  readonly tree: CourseTree;
  readonly recordings: ReadonlyMap<string, PackedRecording>;
  /** How the translations of its questions stand, by their keys. */
  readonly standing: ReadonlyMap<string, QuestionTranslation[string]>;
  /** The bytes of a stored object. */
  readonly read: (key: string) => Readable;
}

/** Names within a package: recordings keep their own, a quiz has that of the first lesson that asks it. */
interface Names {
  readonly recordings: ReadonlyMap<string, string>;
  readonly quizzes: ReadonlyMap<string, string>;
}

const json = (name: string, value: unknown): WrittenFile => ({ name, content: Buffer.from(toJson(value)) });

/** The files of a course as a package: what `readPackage` makes the same course of. */
export function writePackage(written: Written): WrittenFile[] {
  const { tree, recordings, standing, read } = written;
  const names = {
    recordings: new Map([...recordings].map(([id, { slug }]) => [id, slug])),
    quizzes: new Map(tree.lessons.toReversed().flatMap(({ slug, content: { quiz } }) => (quiz ? [[quiz, slug]] : []))),
  };
  const files = [
    json('course.json', courseOf(written)),
    ...tree.lessons.flatMap((lesson) => lessonFiles(lesson, names)),
    ...tree.lessons.flatMap((lesson) =>
      names.quizzes.get(lesson.content.quiz ?? '') === lesson.slug ? quizFiles(lesson, standing) : [],
    ),
    ...[...recordings.values()].flatMap((recording) => recordingFiles(recording, read)),
    ...tree.lessons.flatMap(({ content: { bodies } }) =>
      [...bodies.en.blocks, ...(bodies.es?.blocks ?? [])].flatMap((block) => mediaFile(block, read)),
    ),
    ...(tree.content.cover ? [pictureOf(tree.content.cover, read)] : []),
  ];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

function courseOf({ slug, tree: { content, lessons } }: Written): PackageCourse {
  const slugs = new Map(lessons.map((lesson) => [lesson.id, lesson.slug]));
  const modules = content.modules.map(({ slug, title, lessons: ids }) => ({
    slug,
    title,
    lessons: ids.flatMap((id) => slugs.get(id) ?? []),
  }));
  // In the order of the schema: the order in which a database keeps keys is its own. What is borrowed becomes the package's own; groups are of
  // this instance alone, and are chosen anew elsewhere.
  const keys = Object.keys(CourseContent.omit({ borrowed: true, groups: true }).shape) as (keyof CourseContent)[];
  const about = keys.map((key) => [key, content[key]]);
  const { questions: _, ...translation } = content.translation ?? {};
  return {
    ...{ format: FORMAT, slug, ...(Object.fromEntries(about) as Omit<CourseContent, 'borrowed'>), modules },
    translation: Object.keys(translation).length > 0 ? translation : undefined,
  };
}

function lessonFiles({ slug, content }: TreeLesson, names: Names): WrittenFile[] {
  const { kind, minutes, rule, recording, quiz, bodies } = content;
  const lesson: PackageLesson = {
    kind,
    minutes,
    ...(recording && { recording: names.recordings.get(recording) }),
    ...(quiz && { quiz: names.quizzes.get(quiz) }),
    ...(rule.kind === 'watch' && { required: rule.required }),
    ...(rule.kind === 'watch' && rule.unproven !== undefined && { unproven: rule.unproven }),
  };
  const translation = writeTranslation(bodies);
  const folder = `lessons/${slug}`;
  return [
    json(`${folder}/lesson.json`, lesson),
    textFile(`${folder}/en`, bodies.en),
    ...(bodies.es ? [textFile(`${folder}/es`, bodies.es)] : []),
    ...(translation ? [json(`${folder}/translation.json`, translation)] : []),
  ];
}

function textFile(name: string, { title, summary, blocks }: TreeLesson['content']['bodies']['en']): WrittenFile {
  const { ending, source } = writeText({ title, summary, blocks });
  return { name: `${name}${ending}`, content: Buffer.from(source) };
}

/** A package stands alone: what is drawn from other quizzes goes along as the quiz's own, and is drawn from those. */
function quizFiles(lesson: TreeLesson, standing: Written['standing']): WrittenFile[] {
  const [{ slug, rules }, questions] = [lesson, askedIn(lesson)];
  if (!questions || !rules) return [];
  const draws = rules.draws.map(({ tag, count }) => ({ tag, count }));
  const pictures: WrittenFile[] = [];
  const taken = new Set<string>();
  const written = questions.map((question) => {
    const name = freeName(slugFrom(question.content.prompt.en) || 'question', taken);
    taken.add(name);
    return { ...questionOf(name, question, pictures), ...translationOf(question, standing) };
  });
  return [json(`quizzes/${slug}.json`, { ...rules, draws, questions: written }), ...pictures];
}

function questionOf(slug: string, { content, tags, ready }: QuestionDraft, pictures: WrittenFile[]) {
  const { kind, evidence, ...rest } = content;
  const parts = withSlugs(rest) as Record<string, unknown>;
  if ('picture' in parts) {
    const picture = pictureFile(String(parts['picture']));
    pictures.push(picture);
    parts['picture'] = picture.name.slice('quizzes/'.length);
  }
  const [, lesson, from] = /^lesson:([a-z0-9-]+)(?:\?t=(\d+))?$/.exec(evidence ?? '') ?? [];
  return {
    ...{ slug, kind },
    ...(tags.length > 0 && { tags }),
    ...(!ready && { draft: true }),
    ...parts,
    ...(lesson !== undefined && { evidence: { lesson, ...(from !== undefined && { from: Number(from) }) } }),
  };
}

function translationOf({ id, content }: QuestionDraft, standing: Written['standing']) {
  const told = textsOf(content).flatMap(({ path }) => {
    const stands = standing.get(questionKey(id, path));
    return stands ? [[path, stands] as const] : [];
  });
  return told.length > 0 ? { translation: Object.fromEntries(told) } : {};
}

/** In a package a name is a `slug`, within a question an `id`. */
function withSlugs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSlugs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key === 'id' ? 'slug' : key, withSlugs(part)]));
}

function pictureFile(url: string): WrittenFile {
  const [, type = 'webp', base64 = ''] = /^data:image\/(png|jpeg|webp);base64,(.*)$/.exec(url) ?? [];
  const content = Buffer.from(base64, 'base64');
  return { name: `quizzes/${createHash('sha256').update(content).digest('hex')}.${type}`, content };
}

function recordingFiles(recording: PackedRecording, read: Written['read']): WrittenFile[] {
  const { slug, name, original, captions, chapters, ...about } = recording;
  const folder = `recordings/${slug}`;
  const file = /^\w[\w.-]{0,200}$/.test(name) ? name : `recording${/\.\w{1,8}$/.exec(name)?.[0] ?? ''}`;
  const tracks = captions.map(({ locale, reviewedOn }) => [locale, { file: `captions.${locale}.vtt`, reviewedOn }]);
  return [
    json(`${folder}/recording.json`, {
      ...{ slug, ...about, file, sha256: original, chapters },
      captions: Object.fromEntries(tracks) as object,
    }),
    { name: `${folder}/${file}`, content: () => read(original) },
    ...captions.map(({ locale, vtt }) => ({ name: `${folder}/captions.${locale}.vtt`, content: Buffer.from(vtt) })),
  ];
}

/** Stored bytes are named by their hash there, and here. */
function mediaFile(block: Block, read: Written['read']): WrittenFile[] {
  if (block.type === 'image') return [pictureOf(block, read)];
  if (block.type === 'file') return [{ name: `media/${block.file}.${block.format}`, content: () => read(block.file) }];
  return [];
}

const pictureOf = ({ picture }: { picture: string }, read: Written['read']): WrittenFile => ({
  name: `media/${picture}.webp`,
  content: () => read(picture),
});
