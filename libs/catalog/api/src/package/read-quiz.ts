import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { QuestionContent, textsOf } from '@haven/assessment/contract';
import { type PackageFiles } from './package-files';
import { type PackageQuestion, type PackageQuiz } from './shapes';

/** What a question of a package has that is wrong, with the way to it. */
export class QuestionFault extends Error {}

const TYPES: Readonly<Record<string, string>> = { '.png': 'png', '.jpg': 'jpeg', '.jpeg': 'jpeg', '.webp': 'webp' };

/**
 * The questions of a quiz as they are stored. `folder` is where the pictures are.
 * @throws QuestionFault naming the question and what is wrong in it.
 */
export async function questionsOf(
  files: Pick<PackageFiles, 'read'>,
  folder: string,
  { questions }: PackageQuiz,
): Promise<QuestionContent[]> {
  const slugs = questions.map(({ slug }) => slug);
  const twin = slugs.find((slug, at) => slugs.indexOf(slug) !== at);
  if (twin !== undefined) throw new QuestionFault(`${twin}: two questions have this name.`);
  return Promise.all(questions.map((question) => contentOf(files, folder, question)));
}

async function contentOf(
  files: Pick<PackageFiles, 'read'>,
  folder: string,
  { slug, evidence, tags: _tags, draft: _draft, translation = {}, ...rest }: PackageQuestion,
): Promise<QuestionContent> {
  const given = {
    ...(withIds(rest) as Record<string, unknown>),
    ...(typeof rest['picture'] === 'string' && { picture: await picture(files, folder, slug, rest['picture']) }),
    evidence: evidence ? `lesson:${evidence.lesson}${evidence.from === undefined ? '' : `?t=${evidence.from}`}` : null,
  };
  const parsed = QuestionContent.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new QuestionFault(`${[slug, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'it is no question.'}`);
  }
  const translated = new Set(textsOf(parsed.data).flatMap(({ path, text }) => (text.es ? [path] : [])));
  const untold = Object.keys(translation).find((path) => !translated.has(path));
  if (untold !== undefined)
    throw new QuestionFault(`${slug}.translation.${untold}: there is no Spanish at this place.`);
  return parsed.data;
}

/** In a package a name is a `slug`, within a question an `id`. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key === 'slug' ? 'id' : key, withIds(part)]));
}

async function picture(files: Pick<PackageFiles, 'read'>, folder: string, slug: string, file: string): Promise<string> {
  const type = /^[\w-]+\.\w+$/.test(file) ? TYPES[extname(file)] : undefined;
  if (!type) throw new QuestionFault(`${slug}.picture: name a PNG, JPEG or WebP file beside the quiz.`);
  const bytes = await files.read(`${folder}/${file}`);
  if (!bytes) throw new QuestionFault(`${slug}.picture: ${file} is missing.`);
  const promised = /^([0-9a-f]{64})\./.exec(file)?.[1];
  if (promised !== undefined && createHash('sha256').update(bytes).digest('hex') !== promised)
    throw new QuestionFault(`${slug}.picture: the bytes of ${file} have another hash.`);
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}
