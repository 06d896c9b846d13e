import { execFileSync } from 'node:child_process';

const RATE = 11025;

/** A tune of `seconds` that no other seed has, as samples at 11,025 Hz: chords of three notes, each a fifth of a second. */
export function melody(seconds: number, seed: number): Int16Array {
  const samples = new Int16Array(seconds * RATE);
  let state = seed;
  const note = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 110 * 2 ** (((state >>> 16) % 48) / 12);
  };
  const length = RATE / 5;
  for (let start = 0; start < samples.length; start += length) {
    const chord = [note(), note(), note()];
    for (let at = start; at < Math.min(start + length, samples.length); at++)
      samples[at] = chord.reduce((sum, pitch) => sum + 6000 * Math.sin((2 * Math.PI * pitch * at) / RATE), 0);
  }
  return samples;
}

/** The samples as a file that people upload, made by ffmpeg with `encode`'s arguments. */
export function soundFile(parts: readonly Int16Array[], encode: readonly string[]): Buffer {
  const raw = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0'];
  const input = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  return execFileSync('ffmpeg', ['-v', 'error', '-nostdin', ...raw, ...encode, 'pipe:1'], {
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
}
