import { type Range } from '@haven/shared/contract';
import { union } from '@haven/shared/contract/plain';

type Piece = readonly [from: number, to: number];

/** Where the playhead was when somebody looked: `at` in seconds of media, `now` in milliseconds of a clock that never goes back. */
export interface Sample {
  at: number;
  now: number;
  rate: number;
}

/** Shorter pieces are a slip of the hand, not watching. */
const least = 0.5;
/** How much of a second may be unseen and it still counts as seen: clocks of media and page drift by a frame or two. */
const drift = 0.06;
/** `timeupdate` and the clock are not read at the same instant; more than this ahead of what could be played is a seek. */
const slack = 0.35;
/**
 * How late a busy page may be, in seconds of media. It reads a position that is as old as its task beside a clock that is not, and the next
 * position then seems to come too early: what time was left over by earlier samples of the same piece pays for it.
 */
const mostSpare = 5;

/**
 * Finds out which whole seconds were really played, from positions seen one after the other while playing. Two samples are one piece of
 * playing only if the time between them sufficed to play what lies between them at that rate: everything else is a seek and earns nothing.
 * It knows no video element and no clock, so that it can be tested against a bitmap of what was played.
 */
export class Sampler {
  private pieces: Piece[] = [];
  private from: number | null = null;
  private last: Sample | null = null;
  /** Where the playhead was left by a seek or a pause: playing begins there, though a busy page may hear of it a while later. */
  private rest: Sample | null = null;
  /** What could have been played since the piece began, and was not seen to be, in seconds of media. A pause may be seen late as well. */
  private spare = 0;

  /** Playing goes on at `sample`. */
  play(sample: Sample): void {
    if (this.last && !this.goesOn(sample)) this.close();
    if (this.from === null) this.begin(sample);
    this.last = sample;
  }

  /** Playing stopped at `sample`: a pause. */
  pause(sample: Sample): void {
    if (this.goesOn(sample)) this.last = sample;
    this.close();
    this.rest = sample;
  }

  /** The playhead was taken to `sample`: what lies before it was not played. */
  seek(sample: Sample): void {
    this.close();
    this.rest = sample;
    this.spare = 0;
  }

  /** The recording played to its end. The server's `duration` is whole: a last part of a second counts as one. */
  end(sample: Sample, duration: number): void {
    if (this.goesOn(sample) && duration - sample.at < 1) this.last = { ...sample, at: Math.max(sample.at, duration) };
    this.close();
  }

  /** The whole seconds played so far. */
  ranges(): Range[] {
    const open: Piece[] = this.from !== null && this.last ? [[this.from, this.last.at]] : [];
    // Only what stands alone is a slip: where playing stalls again and again, short pieces touch each other.
    const long = joined([...this.pieces, ...open]).filter(([from, to]) => to - from >= least);
    const whole = long.map(([from, to]): Range => {
      // The first picture of a recording is rarely at exactly 0.
      const start = from < least ? 0 : Math.ceil(from - drift);
      return [start, Math.floor(to + drift)];
    });
    return union(whole.filter(([from, to]) => from < to));
  }

  private begin(sample: Sample): void {
    const ahead = this.rest ? sample.at - this.rest.at : -1;
    const playable = this.rest ? ((sample.now - this.rest.now) / 1000) * sample.rate + this.spare : 0;
    this.from = this.rest && ahead >= 0 && ahead <= Math.min(mostSpare, playable) + slack ? this.rest.at : sample.at;
    // Whether it has been playing for all of that time, a first sample that is old already does not say.
    this.spare = Math.min(mostSpare, Math.max(0, playable - Math.max(0, ahead)));
    this.rest = null;
  }

  /** Whether what lies between the last sample and this one was played. */
  private goesOn(sample: Sample): boolean {
    if (!this.last) return false;
    const ahead = sample.at - this.last.at;
    const playable = ((sample.now - this.last.now) / 1000) * Math.max(sample.rate, this.last.rate) + this.spare;
    this.spare = Math.min(mostSpare, Math.max(0, playable - ahead));
    return ahead >= 0 && ahead <= playable + slack;
  }

  private close(): void {
    if (this.from !== null && this.last && this.last.at > this.from)
      this.pieces = joined([...this.pieces, [this.from, this.last.at]]);
    this.from = null;
    this.last = null;
  }
}

/** Pieces that touch belong together: pausing in the middle of a second must not cost it. */
function joined(pieces: readonly Piece[]): Piece[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 0.02) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
