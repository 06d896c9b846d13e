import {
  captionLimit,
  type CaptionProblem,
  cuesOf,
  readCaptions,
  speakersOf,
  writeVtt,
} from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';

/** A caption file that a person chose: what can be saved of it, or why nothing can. */
export interface CaptionFile {
  readonly vtt: string | null;
  readonly cues: number;
  readonly speakers: readonly string[];
  readonly refused: 'too-large' | 'not-text' | 'not-captions' | 'zoom-chat' | null;
  readonly problems: readonly CaptionProblem[];
}

const nothing = (refused: NonNullable<CaptionFile['refused']>): CaptionFile => ({
  vtt: null,
  cues: 0,
  speakers: [],
  refused,
  problems: [],
});

/** Reads a file in the browser. `duration`, in seconds, tells what lies after the end. */
export async function readCaptionFile(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  duration: number,
  locale: Locale,
): Promise<CaptionFile> {
  if (file.size > captionLimit) return nothing('too-large');
  const source = decode(await file.arrayBuffer());
  if (source === null) return nothing('not-text');
  const { document, problems } = readCaptions(source, { duration, locale });
  const cues = cuesOf(document);
  if (problems.some(({ code }) => code === 'zoom-chat')) return nothing('zoom-chat');
  if (cues.length === 0) return nothing('not-captions');
  return { vtt: writeVtt(document), cues: cues.length, speakers: speakersOf(cues), refused: null, problems };
}

/** UTF-8, or what Windows programs write; null where it is no text. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.includes('\0') ? null : text;
  }
}
