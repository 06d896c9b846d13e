import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The programs that make renditions, as commands; null where there is none. */
export interface MediaTools {
  readonly ffmpeg: string | null;
  readonly ffprobe: string | null;
  /** Whether this ffmpeg can take the fingerprint of a sound. */
  readonly chromaprint: boolean;
}

/** No programs: recordings are packaged by Haven alone, and the other steps are left out. */
export const noTools: MediaTools = { ffmpeg: null, ffprobe: null, chromaprint: false };

/**
 * Finds ffmpeg and its ffprobe by asking each for its version. `setting`: `off` for none, or the path of ffmpeg, beside which ffprobe
 * is looked for; without it, the PATH.
 */
export async function findTools(setting?: string): Promise<MediaTools> {
  if (setting === 'off') return noTools;
  const ffmpeg = setting ?? 'ffmpeg';
  const ffprobe = setting ? join(dirname(setting), 'ffprobe') : 'ffprobe';
  const [hasFfmpeg, hasFfprobe, chromaprint] = await Promise.all([
    answers(ffmpeg),
    answers(ffprobe),
    hasMuxer(ffmpeg, 'chromaprint'),
  ]);
  return { ffmpeg: hasFfmpeg ? ffmpeg : null, ffprobe: hasFfprobe ? ffprobe : null, chromaprint };
}

function answers(program: string): Promise<boolean> {
  return promisify(execFile)(program, ['-version']).then(
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
