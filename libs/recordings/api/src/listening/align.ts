import { longestLine, type CaptionCue } from '@haven/recordings/contract';
import { diffArrays } from 'diff';

/** A word that was heard, in milliseconds. */
export interface HeardWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

interface TimedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Below this part of its words found, a script is not what is spoken. Careless listening finds some three in four. */
const FOUND = 0.25;

/** A cue is closed after this many characters, after a pause, and at the end of a sentence. */
const MOST_CHARACTERS = 2 * longestLine - 8;
const PAUSE_MS = 1200;
const LINGER_MS = 800;
const SHORTEST_MS = 600;

/**
 * Gives the words of a script their times by those that were heard: equal words in the same order are anchors (Myers's difference), and the
 * words between two anchors share the time between them by their length. Every word of the script is in the cues, in its order; `null`
 * where so little of it was heard that it belongs to something else. `duration` in milliseconds.
 */
export function alignScript(script: string, heard: readonly HeardWord[], duration: number): CaptionCue[] | null {
  const words = script.split(/\s+/).filter(Boolean);
  const anchors = findAnchors(words, heard);
  if (words.length === 0 || anchors.size < words.length * FOUND) return null;
  return cuesOf(spread(words, anchors, duration), duration);
}

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Places in the script and the word that was heard there. */
function findAnchors(words: readonly string[], heard: readonly HeardWord[]): Map<number, HeardWord> {
  const anchors = new Map<number, HeardWord>();
  let [at, ear] = [0, 0];
  for (const { added, removed, count } of diffArrays(
    words.map(plain),
    heard.map(({ word }) => plain(word)),
  )) {
    for (let n = 0; n < count && !added && !removed; n++) {
      const there = heard[ear + n];
      if (there && plain(there.word)) anchors.set(at + n, there);
    }
    if (!added) at += count;
    if (!removed) ear += count;
  }
  return anchors;
}

function spread(words: readonly string[], anchors: ReadonlyMap<number, HeardWord>, duration: number): TimedWord[] {
  const timed: TimedWord[] = [];
  for (let at = 0; at < words.length; at = timed.length) {
    const anchor = anchors.get(at);
    const before = timed.at(-1)?.to ?? 0;
    if (anchor) {
      const from = Math.max(before, anchor.from);
      timed.push({ text: words[at] ?? '', from, to: Math.max(from, anchor.to) });
      continue;
    }
    let end = at;
    while (end < words.length && !anchors.has(end)) end++;
    const between = words.slice(at, end);
    const until = Math.max(before, anchors.get(end)?.from ?? duration);
    // Speech is some fifteen characters a second; in a longer gap the rest is a pause.
    const letters = between.reduce((sum, { length }) => sum + length + 1, 0);
    const each = Math.min((until - before) / letters, 1000 / 15);
    let from = before;
    for (const text of between) {
      const to = from + each * (text.length + 1);
      timed.push({ text, from, to });
      from = to;
    }
  }
  return timed;
}

function cuesOf(words: readonly TimedWord[], duration: number): CaptionCue[] {
  const groups: TimedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (!group || isOver(group, word)) groups.push([word]);
    else group.push(word);
  }
  const starts = groups.map(([first]) => Math.round(first?.from ?? 0));
  let before = 0;
  return groups.map((group, n) => {
    const from = Math.min(Math.max(starts[n] ?? 0, before), duration);
    const spoken = Math.max((group.at(-1)?.to ?? 0) + LINGER_MS, from + SHORTEST_MS);
    const to = Math.max(Math.round(Math.min(spoken, starts[n + 1] ?? duration, duration)), from + 1);
    before = to;
    return { id: '', from, to, speaker: null, text: inLines(group.map(({ text }) => text)), settings: '' };
  });
}

function isOver(group: readonly TimedWord[], next: TimedWord): boolean {
  const last = group.at(-1);
  const length = group.reduce((sum, { text }) => sum + text.length + 1, 0) + next.text.length;
  const endsSentence = /[.!?…]["'”’»)]*$/.test(last?.text ?? '') && length > longestLine / 2;
  return endsSentence || length > MOST_CHARACTERS || next.from - (last?.to ?? 0) > PAUSE_MS;
}

/** One line, or two of about the same length. */
function inLines(words: readonly string[]): string {
  const text = words.join(' ');
  if (text.length <= longestLine) return text;
  const breaks = words.slice(0, -1).map((_, n) => words.slice(0, n + 1).join(' ').length);
  const middle = breaks.toSorted((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? text : `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}
