import { open } from 'node:fs/promises';
import { ALL_FORMATS, HLS } from 'mediabunny';
import { problem } from './media-problem';

/** The containers that Haven takes, by ffmpeg's names for what reads them. */
export type Container = 'mov' | 'matroska' | 'mp3' | 'wav' | 'ogg' | 'flac' | 'aac' | 'mpegts' | 'avi';

/** What Haven reads by itself: everything but playlists, which would open other files. */
export const readable = ALL_FORMATS.filter((format) => format !== HLS);

const HEAD = 4096;

/** A text that names other files: opened as media, it would make a tool read them. */
const pointers = /^\s*(?:#EXTM3U|ffconcat|<\?xml|<MPD|v=0\r?\n|\[playlist\])/i;

const marks: readonly [Container, (head: Buffer) => boolean][] = [
  ['mov', (head) => /^(?:ftyp|moov|mdat|free|skip|wide|pnot)$/.test(head.toString('latin1', 4, 8))],
  ['matroska', (head) => head.readUInt32BE(0) === 0x1a45dfa3],
  ['avi', (head) => isRiff(head, 'AVI ')],
  ['wav', (head) => isRiff(head, 'WAVE')],
  ['ogg', (head) => head.toString('latin1', 0, 4) === 'OggS'],
  ['flac', (head) => head.toString('latin1', 0, 4) === 'fLaC'],
  ['mpegts', (head) => head.length > 376 && [0, 188, 376].every((at) => head[at] === 0x47)],
  ['aac', (head) => (head.readUInt16BE(0) & 0xfff6) === 0xfff0],
  ['mp3', (head) => head.toString('latin1', 0, 3) === 'ID3' || (head.readUInt16BE(0) & 0xffe0) === 0xffe0],
];

const isRiff = (head: Buffer, kind: string) =>
  head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === kind;

/**
 * Tells a media file by its first bytes, whatever it is called. Every tool is then told what it reads, so that none guesses.
 * @throws MediaProblem `empty`, `playlist`, `not-media`.
 */
export async function sniff(file: string): Promise<Container> {
  const head = await firstBytes(file);
  if (head.length === 0) throw problem('empty');
  if (pointers.test(head.toString('utf8'))) throw problem('playlist');
  const found = head.length < 16 ? undefined : marks.find(([, matches]) => matches(head));
  if (!found) throw problem('not-media');
  return found[0];
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
