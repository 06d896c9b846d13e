import { type CourseDetail, type LessonDetail } from '@haven/catalog/contract';
import { type QualityChoice, type RecordingDetail } from '@haven/recordings/contract';
import { type Block, type Text } from '@haven/shared/contract';
import { fileAddress, pictureAddress, pictureWidths } from '@haven/shared/contract/plain';
import { type Pack } from '@haven/shared/web/packs';

/** How much of a lesson is kept: the text with captions and transcript, the sound with slides too, or the picture of so many lines. */
export type Kept = 'text' | 'audio' | number;

/** `waiting` goes on as soon as it can; `paused` when somebody says so; `full` found no room; `failed` was refused by the server. */
export type PackState = 'waiting' | 'paused' | 'full' | 'failed' | 'done';

/** A lesson on this device. `size` in bytes is what it will take, known before; `since` in milliseconds. */
export interface LessonPack extends Pack {
  readonly course: { readonly slug: string; readonly title: Text };
  readonly lesson: { readonly slug: string; readonly title: Text };
  readonly kept: Kept;
  readonly urls: readonly string[];
  readonly size: number;
  readonly state: PackState;
  readonly since: number;
}

/** A file that the device makes itself. */
export interface MadeFile {
  readonly url: string;
  readonly content: unknown;
}

/** Roughly what the words of a lesson take, with its captions and transcripts, in bytes. */
const WORDS = 150_000;
/** Roughly what a picture takes in the widths that are kept, in bytes, and the widest of them in pixels: enough for any phone. */
const PICTURE = { bytes: 200_000, width: 960 };

/** What can be chosen for these lessons, least first, each with what it takes; only what exists for one of them. */
export function choicesOf(lessons: readonly LessonDetail[]): { kept: Kept; size: number }[] {
  const qualities = lessons.flatMap(({ recording }) => recording?.qualities ?? []);
  const heights = [...new Set(qualities.flatMap(({ height }) => height ?? []))].sort((a, b) => a - b);
  const sound: Kept[] = qualities.some(({ height }) => height === null) ? ['audio'] : [];
  return (['text', ...sound, ...heights] as Kept[]).map((kept) => ({
    kept,
    size: lessons.reduce((sum, lesson) => sum + sizeOf(lesson, kept), 0),
  }));
}

const sizeOf = ({ recording, body }: LessonDetail, kept: Kept) =>
  WORDS + ((recording && qualityFor(recording, kept))?.size ?? 0) + mediaSize(blocksOf(body));

const blocksOf = ({ en, es = [] }: LessonDetail['body']): Block[] => [...en, ...es];

/** Each picture and each file once, in whichever languages it stands. */
const mediaSize = (blocks: readonly Block[]) =>
  [...new Map(blocks.flatMap(mediaOf)).values()].reduce((sum, size) => sum + size, 0);

const mediaOf = (block: Block): [string, number][] =>
  block.type === 'image' ? [[block.picture, PICTURE.bytes]] : block.type === 'file' ? [[block.file, block.size]] : [];

/** The addresses of a text's pictures and files, as the kept text names them. */
function mediaUrls(blocks: readonly Block[]): string[] {
  const urls = blocks.flatMap((block) => {
    if (block.type === 'file') return [fileAddress(block.file)];
    return block.type === 'image'
      ? pictureWidths(block.width).map((width) => pictureAddress(block.picture, width))
      : [];
  });
  return [...new Set(urls)];
}

/** A text whose pictures are no wider than what is kept of them. */
const narrowed = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type !== 'image' || block.width <= PICTURE.width) return block;
    const height = Math.max(1, Math.round((block.height * PICTURE.width) / block.width));
    return { ...block, width: PICTURE.width, height };
  });

/** What of a recording is kept: just that, else the tallest picture below, else the lowest. Null for the text alone, or where there is none. */
export function qualityFor({ qualities }: Pick<RecordingDetail, 'qualities'>, kept: Kept): QualityChoice | null {
  if (kept === 'text') return null;
  const byHeight = qualities.toSorted((a, b) => (a.height ?? 0) - (b.height ?? 0));
  if (kept === 'audio') return byHeight.find(({ height }) => height === null) ?? null;
  const pictures = byHeight.filter(({ height }) => height !== null);
  return pictures.findLast(({ height }) => (height ?? 0) <= kept) ?? pictures[0] ?? null;
}

/** The lesson as this device will have it: it offers what is here and nothing else. */
function asKept({ body, ...rest }: LessonDetail, quality: QualityChoice | null): LessonDetail {
  const lesson = { ...rest, body: { en: narrowed(body.en), ...(body.es && { es: narrowed(body.es) }) } };
  if (!lesson.recording) return lesson;
  const { storyboard, slides, hls } = lesson.recording;
  const recording: RecordingDetail = {
    ...lesson.recording,
    hls: quality?.url ?? hls,
    qualities: quality ? [quality] : [],
    storyboard: quality && quality.height !== null ? storyboard : null,
    slides: quality && quality.height === null ? slides : [],
  };
  return { ...lesson, recording };
}

/** What has to be fetched and made to keep a lesson. `addresses` names what the worker answers without a line. */
export function planOf(
  course: CourseDetail,
  lesson: LessonDetail,
  kept: Kept,
  addresses: {
    course: string;
    lesson: string;
    practice: string;
    transcript: (recording: string, locale: string) => string;
  },
  now: number,
): { pack: LessonPack; made: MadeFile[] } {
  const quality = lesson.recording && qualityFor(lesson.recording, kept);
  const here = asKept(lesson, quality);
  const recording = here.recording;
  const ofRecording = recording
    ? [
        ...recording.captions.flatMap(({ url, locale }) => [url, addresses.transcript(recording.id, locale)]),
        ...(recording.storyboard ? [recording.storyboard.url] : []),
        ...recording.slides.map(({ url }) => url),
        // The bytes of a playlist lie beside it, under the same name.
        ...(quality ? [quality.url, quality.url.replace(/\.m3u8$/, '.m4s')] : []),
      ]
    : lesson.quiz?.practice
      ? [addresses.practice]
      : [];
  const pack: LessonPack = {
    id: `${course.slug}/${lesson.slug}`,
    course: { slug: course.slug, title: course.title },
    lesson: { slug: lesson.slug, title: lesson.title },
    kept: recording ? kept : 'text',
    urls: [...ofRecording, ...mediaUrls(blocksOf(here.body))],
    size: sizeOf(lesson, kept),
    state: 'waiting',
    since: now,
  };
  const made = [
    { url: addresses.course, content: course },
    { url: addresses.lesson, content: here },
  ];
  return { pack, made };
}
