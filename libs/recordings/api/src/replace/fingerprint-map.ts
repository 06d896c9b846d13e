import { type TimelinePiece } from '@haven/recordings/contract';

/** How a file sounds: Chromaprint's words, and the canonical length in whole seconds. */
export interface Heard {
  readonly words: Uint32Array;
  readonly duration: number;
}

/**
 * Seconds from one word to the next: a third of a frame of 4096 samples at 11,025 Hz, rounded up to a sample. A word is made of the
 * 2.6 seconds that follow, so that a cut blurs the words before it and a boundary is found within about two seconds.
 * L. Lalinský, "How does Chromaprint work?", 2011.
 */
const STEP_S = 1365 / 11025;

/** Words that are heard more often than this say nothing about where one is: silence, a held tone. */
const COMMON = 8;
const MAX_SHIFTS = 64;

/** Bits that differ of 32 in unrelated sound are about 0.4 of them, in the same sound through another codec at most 0.15. */
const LOST_COST = 0.22;

/** What a jump from one shift to another has to save, in seconds × bits: nothing shorter than some seven seconds is believed. */
const JUMP_COST = 0.5;

/** A stretch with fewer different words could be anywhere. */
const MIN_WORDS = 12;

/**
 * Where the stretches of an old file are found in a new one, by their sound. Shifts that occur are voted for by equal words; then every
 * old second is given to the shift under which it sounds most alike, or to none, so that jumps are few (Viterbi's algorithm).
 */
export function mapFingerprints(old: Heard, next: Heard): TimelinePiece[] {
  const shifts = findShifts(old.words, next.words);
  const path = cheapest(shifts, old, next);
  return pieces(path, shifts, old, next).filter((piece) => hasVariety(old.words, piece));
}

/** Words of a stored fingerprint: 32 bits each, little-endian. */
export function wordsOf(fingerprint: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(fingerprint.length / 4) }, (_, at) => fingerprint.readUInt32LE(at * 4));
}

function findShifts(old: Uint32Array, next: Uint32Array): number[] {
  const places = new Map<number, number[]>();
  for (const [at, word] of next.entries()) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  const votes = new Map<number, number>();
  for (const [at, word] of old.entries()) {
    const found = places.get(word) ?? [];
    if (found.length <= COMMON) for (const place of found) votes.set(place - at, (votes.get(place - at) ?? 0) + 1);
  }
  const chosen = new Set<number>();
  for (const [shift, count] of [...votes].sort((a, b) => b[1] - a[1])) {
    if (count < 2 || chosen.size === MAX_SHIFTS) break;
    // A true shift lies between two whole ones, which share its votes: the better one stands for its neighbours too, see `unlike`.
    if (!chosen.has(shift - 1) && !chosen.has(shift + 1)) chosen.add(shift);
  }
  return [...chosen];
}

/** For each old second the place of its shift in `shifts`, or `shifts.length` for none. */
function cheapest(shifts: readonly number[], old: Heard, next: Heard): number[] {
  const states = shifts.length + 1;
  let costs = new Float64Array(states);
  const from: Uint16Array[] = [];
  for (let second = 0; second < old.duration; second++) {
    const best = lowest(costs);
    const came = new Uint16Array(states);
    const now = new Float64Array(states);
    for (let state = 0; state < states; state++) {
      const jump = (costs[best] ?? 0) + JUMP_COST;
      const stay = costs[state] ?? 0;
      came[state] = stay <= jump ? state : best;
      now[state] = Math.min(stay, jump) + unlike(second, shifts[state], old, next);
    }
    from.push(came);
    costs = now;
  }
  const path: number[] = [];
  let state = lowest(costs);
  for (const came of from.toReversed()) {
    path.push(state);
    state = came[state] ?? 0;
  }
  return path.reverse();
}

const lowest = (costs: Float64Array): number =>
  costs.reduce((best, cost, at) => (cost < (costs[best] ?? 0) ? at : best), 0);

/**
 * How little a second has in common with the new file under a shift or one word beside it. Neighbours have to be asked: before and
 * after a stretch that was exchanged, the same shift in seconds may be two in words, of which only one was chosen.
 */
function unlike(second: number, shift: number | undefined, old: Heard, next: Heard): number {
  if (shift === undefined) return LOST_COST;
  const moved = second + Math.round(shift * STEP_S);
  if (moved < 0 || moved >= next.duration) return 1;
  return Math.min(...[shift, shift - 1, shift + 1].map((near) => differing(second, near, old, next)));
}

/** The share of bits that differ in a second under a shift. What has no word, at either end, speaks neither for nor against. */
function differing(second: number, shift: number, old: Heard, next: Heard): number {
  let bits = 0;
  let words = 0;
  for (let at = wordAt(second); at < wordAt(second + 1); at++) {
    const [a, b] = [old.words[at], next.words[at + shift]];
    if (a === undefined || b === undefined) continue;
    bits += bitsOf(a ^ b);
    words++;
  }
  return words === 0 ? LOST_COST : bits / words / 32;
}

const wordAt = (second: number): number => Math.round(second / STEP_S);

/** How many bits are set, counted in pairs, fours and bytes (H. S. Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function pieces(path: readonly number[], shifts: readonly number[], old: Heard, next: Heard): TimelinePiece[] {
  const found: TimelinePiece[] = [];
  let from = 0;
  for (let second = 1; second <= old.duration; second++) {
    if (second < old.duration && path[second] === path[from]) continue;
    const shift = shifts[path[from] ?? shifts.length];
    const at = from + Math.round((shift ?? 0) * STEP_S);
    const to = Math.min(second, from + next.duration - at);
    if (shift !== undefined && to > from) found.push({ from, to, at });
    from = second;
  }
  return found;
}

const hasVariety = (words: Uint32Array, { from, to }: TimelinePiece): boolean =>
  new Set(words.subarray(wordAt(from), wordAt(to))).size >= MIN_WORDS;
