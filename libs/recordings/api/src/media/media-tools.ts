import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The programs that make renditions, as commands; null where there is none. */
export interface MediaTools {
  readonly ffmpeg: string | null;
  readonly ffprobe: string | null;
  /** Whether this ffmpeg can take the fingerprint of a sound. */
  readonly chromaprint: boolean;
  /** PocketSphinx, which hears at which moment a word of a script is said. */
  readonly aligner: string | null;
}

const POCKETSPHINX = 'pocketsphinx_continuous';

/** No programs: recordings are packaged by Haven alone, and the other steps are left out. */
export const noTools: MediaTools = { ffmpeg: null, ffprobe: null, chromaprint: false, aligner: null };

/**
 * Finds ffmpeg and its ffprobe by asking each for its version, and PocketSphinx with its model by having it hear nothing. `setting`: `off` for none, or the path of ffmpeg, beside which ffprobe
 * is looked for; without it, the PATH.
 */
export async function findTools(setting?: string): Promise<MediaTools> {
  if (setting === 'off') return noTools;
  const ffmpeg = setting ?? 'ffmpeg';
  const ffprobe = setting ? join(dirname(setting), 'ffprobe') : 'ffprobe';
  const [hasFfmpeg, hasFfprobe, chromaprint, hasAligner] = await Promise.all([
    answers(ffmpeg),
    answers(ffprobe),
    hasMuxer(ffmpeg, 'chromaprint'),
    answers(POCKETSPHINX, ['-infile', '/dev/null', '-logfn', '/dev/null']),
  ]);
  return {
    ffmpeg: hasFfmpeg ? ffmpeg : null,
    ffprobe: hasFfprobe ? ffprobe : null,
    chromaprint,
    aligner: hasAligner ? POCKETSPHINX : null,
  };
}

function answers(program: string, args: readonly string[] = ['-version']): Promise<boolean> {
  return promisify(execFile)(program, args).then(
    () => true,
    () => false,
  );
}

/** ffmpeg ends well whether or not it knows the name; only its words tell. */
function hasMuxer(ffmpeg: string, name: string): Promise<boolean> {
  return promisify(execFile)(ffmpeg, ['-hide_banner', '-h', `muxer=${name}`]).then(
    ({ stdout }) => stdout.includes(`Muxer ${name}`),
    () => false,
  );
}
