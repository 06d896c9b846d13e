const [C1, C2] = [0xcc9e2d51, 0x1b873593];
const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));
const scramble = (word: number) => Math.imul(rotate(Math.imul(word, C1), 15), C2);

/**
 * MurmurHash3_x86_32 of the UTF-8 bytes of `text`, as an unsigned 32-bit number. By Austin Appleby, in the public domain
 * (https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp). The same everywhere and for ever: quizzes are drawn by it.
 */
export function murmur3(text: string, seed: number): number {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(bytes.buffer);
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed | 0;
  for (let at = 0; at < whole; at += 4)
    hash = (Math.imul(rotate(hash ^ scramble(view.getUint32(at, true)), 13), 5) + 0xe6546b64) | 0;
  let tail = 0;
  for (let at = bytes.length - 1; at >= whole; at--) tail = (tail << 8) | (bytes[at] ?? 0);
  if (whole < bytes.length) hash ^= scramble(tail);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
