import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FilePathSource, Input } from 'mediabunny';
import { readable } from './sniff';

/**
 * One choice of a player: a playlist `<name>.m3u8` beside `<name>.m4s`. Size in pixels as shown, null without a picture; `bandwidth` is
 * the densest segment in bits a second, `codecs` the list of RFC 6381, as the main playlist names them (RFC 8216, 4.3.4.2).
 */
export interface Rendition {
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bandwidth: number;
  readonly codecs: string;
}

/**
 * What lies in `folder` as `<name>.m3u8`, read back from what was really written. `seconds` is the sum of its segments. ffmpeg measures the
 * last one by its picture alone: where the sound goes on, the playlist is put right, else players stop there.
 */
export async function readRendition(folder: string, name: string): Promise<{ rendition: Rendition; seconds: number }> {
  const { end, ...tracks } = await tracksOf(join(folder, `${name}.m4s`));
  const playlist = join(folder, `${name}.m3u8`);
  const written = await readFile(playlist, 'utf8');
  const text = reaching(written, end);
  if (text !== written) await writeFile(playlist, text);
  const segments = segmentsOf(text);
  const seconds = sum(segments);
  const { size } = await stat(join(folder, `${name}.m4s`));
  const peaks = segments.filter((one) => one.seconds >= 1).map((one) => (one.bytes * 8) / one.seconds);
  const bandwidth = Math.ceil(Math.max(...peaks, seconds > 0 ? (size * 8) / seconds : 0, 1));
  return { rendition: { name, bandwidth, ...tracks }, seconds };
}

const sum = (segments: readonly { seconds: number }[]) => segments.reduce((all, { seconds }) => all + seconds, 0);

/** A media playlist whose last segment lasts until second `end`, if it stops clearly before it. */
function reaching(playlist: string, end: number): string {
  const segments = segmentsOf(playlist);
  const last = segments.at(-1);
  const missing = end - sum(segments);
  if (!last || missing < 0.1) return playlist;
  const longest = Math.max(...segments.map(({ seconds }) => seconds), last.seconds + missing);
  const at = playlist.lastIndexOf('#EXTINF:');
  return (
    playlist.slice(0, at).replace(/(#EXT-X-TARGETDURATION:)\d+/, `$1${Math.ceil(longest)}`) +
    playlist.slice(at).replace(/[\d.]+/, (last.seconds + missing).toFixed(6))
  );
}

/** The segments of a media playlist: `#EXTINF` in seconds and the length that `#EXT-X-BYTERANGE` gives (RFC 8216, 4.3.2). */
function segmentsOf(playlist: string): { seconds: number; bytes: number }[] {
  const found: { seconds: number; bytes: number }[] = [];
  for (const line of playlist.split('\n')) {
    const [, tag, value = ''] = /^#(EXTINF|EXT-X-BYTERANGE):([\d.]+)/.exec(line) ?? [];
    if (tag === 'EXTINF') found.push({ seconds: Number(value), bytes: 0 });
    const last = found.at(-1);
    if (tag === 'EXT-X-BYTERANGE' && last) last.bytes = Number(value);
  }
  return found;
}

async function tracksOf(file: string): Promise<Pick<Rendition, 'width' | 'height' | 'codecs'> & { end: number }> {
  const input = new Input({ source: new FilePathSource(file), formats: readable });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    const codecs = await Promise.all([video?.getCodecParameterString(), audio?.getCodecParameterString()]);
    return {
      end: await input.computeDuration(),
      width: video ? await video.getDisplayWidth() : null,
      height: video ? await video.getDisplayHeight() : null,
      codecs: codecs.filter(Boolean).join(','),
    };
  } finally {
    input.dispose();
  }
}
