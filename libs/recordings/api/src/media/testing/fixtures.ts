import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this machine can make odd files at all. */
export const canMake = (() => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const picture = (seconds: number, rate = 25) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=size=320x240:rate=${rate}:duration=${seconds}`,
];
const sound = (seconds: number) => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '50'];
const aac = ['-c:a', 'aac', '-b:a', '64k'];
const both = [...h264, ...aac];

/** Files as people really send them, and as attackers do, each by ffmpeg's arguments or made by hand. All play for six seconds, but for the one that has keyframes so far apart that it needs more. */
const made: Record<string, { readonly name: string; readonly args?: readonly string[]; make?(file: string): void }> = {
  plain: { name: 'plain.mp4', args: [...picture(6), ...sound(6), ...both, '-movflags', 'faststart'] },
  'moov at the end': { name: 'moov-last.mp4', args: [...picture(6), ...sound(6), ...both] },
  'variable frame rate': {
    name: 'vfr.mp4',
    args: [...picture(6), ...sound(6), '-vf', "select='not(mod(n,7))+lt(n,60)'", '-fps_mode', 'vfr', ...both],
  },
  rotated: { name: 'rotated.mp4', make: (file) => rotate(file) },
  'no audio': { name: 'silent.mp4', args: [...picture(6), ...h264] },
  'audio only': { name: 'sound.m4a', args: [...sound(6), ...aac] },
  hevc: {
    name: 'hevc.mp4',
    args: [...picture(6), ...sound(6), '-c:v', 'libx265', '-x265-params', 'log-level=none', ...aac],
  },
  'vp9 in webm': {
    name: 'vp9.webm',
    args: [
      ...picture(6),
      ...sound(6),
      '-c:v',
      'libvpx-vp9',
      '-deadline',
      'realtime',
      '-cpu-used',
      '8',
      '-c:a',
      'libopus',
    ],
  },
  'mkv without duration': { name: 'piped.mkv', make: (file) => pipe(file) },
  'two audio tracks': {
    name: 'two.mp4',
    args: [...picture(6), ...sound(6), ...sound(6), '-map', '0:v', '-map', '1:a', '-map', '2:a', ...both],
  },
  'keyframes ten seconds apart': {
    name: 'sparse.mp4',
    args: [...picture(21), ...sound(21), ...both, '-g', '250', '-sc_threshold', '0'],
  },
  'pixels that are not square': { name: 'wide.mp4', args: [...picture(6), ...sound(6), '-vf', 'setsar=2/1', ...both] },
  truncated: { name: 'cut.mp4', make: (file) => cut(file) },
  empty: { name: 'empty.mp4', make: (file) => writeFileSync(file, '') },
  'a renamed text': {
    name: 'notes.mp4',
    make: (file) => writeFileSync(file, 'Dear all, these are our notes.\n'.repeat(9)),
  },
  'a playlist': {
    name: 'list.mp4',
    make: (file) =>
      writeFileSync(file, `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n`),
  },
  large: {
    name: 'large.mp4',
    args: ['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=25:duration=8', ...sound(8), ...both],
  },
  'a slide deck': {
    name: 'deck.mp4',
    args: [
      ...['black', 'green', 'white', 'navy'].flatMap((colour) => [
        ...['-f', 'lavfi', '-i', `color=${colour}:size=320x240:rate=10:duration=15`],
      ]),
      ...['-filter_complex', '[0][1][2][3]concat=n=4', ...h264, '-g', '100', '-sc_threshold', '0'],
    ],
  },
  'a track without a byte': { name: 'hollow.mp4', make: (file) => hollow(file) },
};

/** Makes one of them in `folder` and answers its path. */
export function oddFile(folder: string, kind: string): string {
  const { name, args, make } = made[kind] ?? { name: kind };
  const file = join(folder, name);
  if (make) make(file);
  else ff([...(args ?? []), file]);
  return file;
}

function ff(args: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args]);
}

function rotate(file: string): void {
  const upright = `${file}.upright.mp4`;
  ff([...picture(6), ...sound(6), ...both, upright]);
  ff(['-i', upright, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', file]);
}

function pipe(file: string): void {
  const args = ['-v', 'error', ...picture(6), ...sound(6), ...both, '-f', 'matroska', 'pipe:1'];
  writeFileSync(file, execFileSync('ffmpeg', args, { maxBuffer: 100_000_000 }));
}

/** An MP4 whose index comes first still declares its full length when it is cut. */
function cut(file: string): void {
  ff([...picture(30), ...sound(30), ...both, '-movflags', 'faststart', file]);
  truncateSync(file, Math.floor(statSync(file).size * 0.4));
}

/** A valid MP4 that has a movie and no track with anything in it. */
function hollow(file: string): void {
  ff([...picture(6), ...h264, '-frames:v', '1', '-movflags', 'empty_moov+frag_keyframe', file]);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.indexOf('moof') - 4));
}
