import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';

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

/** What lies in `folder` as `<name>.m3u8`, read back from what was really written. `seconds` is the sum of its segments. */
export async function readRendition(folder: string, name: string): Promise<{ rendition: Rendition; seconds: number }> {
  const segments = segmentsOf(await readFile(join(folder, `${name}.m3u8`), 'utf8'));
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const { size } = await stat(join(folder, `${name}.m4s`));
  const peaks = segments.filter((one) => one.seconds >= 1).map((one) => (one.bytes * 8) / one.seconds);
  const bandwidth = Math.ceil(Math.max(...peaks, seconds > 0 ? (size * 8) / seconds : 0, 1));
  return { rendition: { name, bandwidth, ...(await tracksOf(join(folder, `${name}.m4s`))) }, seconds };
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

async function tracksOf(file: string): Promise<Pick<Rendition, 'width' | 'height' | 'codecs'>> {
  const input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    const codecs = await Promise.all([video?.getCodecParameterString(), audio?.getCodecParameterString()]);
    return {
      width: video ? await video.getDisplayWidth() : null,
      height: video ? await video.getDisplayHeight() : null,
      codecs: codecs.filter(Boolean).join(','),
    };
  } finally {
    input.dispose();
  }
}
