import { type Container } from './sniff';
import { type Limits, runProgram } from './run-program';

/** What every use of ffmpeg is given: its input by path and container, the folder it writes to, and how long the input is. */
export interface Job {
  readonly ffmpeg: string;
  readonly source: string;
  readonly container: Container;
  readonly duration: number;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

/** HLS with fragmented MP4, one file addressed by byte ranges (RFC 8216). Nothing of the source's own notes comes along. */
export const hls = (name: string): string[] => [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-bitexact', '-f', 'hls', '-hls_time', '4'],
  ...['-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-hls_flags', 'single_file'],
  ...['-hls_segment_filename', `${name}.m4s`, `${name}.m3u8`],
];

/** What may happen at most: memory and file size, and seconds by the length of the recording and the slowest machine worth waiting for. */
const limitsFor = (duration: number): Limits => ({
  seconds: 600 + duration * 4,
  memoryMb: 6 * 1024,
  outputMb: 40 * 1024,
});

/**
 * Runs ffmpeg over one file: it is told what it reads, may open nothing else, and never asks.
 * @throws MediaProblem `damaged` and what `runProgram` throws.
 */
export async function ffmpeg(
  { ffmpeg: program, source, container, duration, folder, signal, progress }: Job,
  { before = [], after }: { readonly before?: readonly string[]; readonly after: readonly string[] },
): Promise<string> {
  const input = [...before, '-protocol_whitelist', 'file,pipe', '-f', container, '-i', source];
  const quiet = ['-hide_banner', '-nostdin', '-y', '-loglevel', 'info', '-nostats', '-progress', 'pipe:1'];
  const { stderr } = await runProgram(program, [...quiet, ...input, ...after], {
    limits: limitsFor(duration),
    folder,
    signal,
    onLine: (line) => {
      const time = /^out_time_us=(\d+)/.exec(line)?.[1];
      if (time && duration > 0) progress(Number(time) / 1e6 / duration);
    },
  });
  return stderr;
}
