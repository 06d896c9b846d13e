import { computed, signal } from '@angular/core';
import { type RecordingDetail, type WatchClaim } from '@haven/recordings/contract';
import { type Range } from '@haven/shared/contract';
import { clamp, seconds, union } from '@haven/shared/contract/plain';
import { type Movement } from '../player/playback';
import { Sampler } from '../player/sampler';
import { heldLease } from './lease';

// A claim holds at most 400 ranges; someone who skips about that much goes on in a new session.
const mostRanges = 300;
/** How long what is played may wait on the device before it is sent, by the clock of the movements: timers of hidden pages hardly run. */
const longestWait = 15_000;

/** One life of the page with one recording: everything played since it began, as the cumulative claim that the server merges. */
export class PlaySession {
  private id = crypto.randomUUID() as string;
  /** Always named where there is one: that the line was gone shows only when it is too late to say it. */
  private lease = heldLease(new Date());
  private sampler = new Sampler();
  private earlier: Range[] = [];
  private seq = 0;
  private position = 0;
  private rate = 1;
  /** The second of media that was under way when a claim was last kept. */
  private keptAt = -1;
  /** When something was last sent. */
  private sentAt = -Infinity;
  private sent = false;
  private opened = false;

  private readonly played = signal<Range[]>([]);
  /** The whole seconds played on this page. */
  readonly ranges = computed(() => this.played());

  constructor(
    private readonly recording: Pick<RecordingDetail, 'id' | 'rev' | 'duration'>,
    private readonly keep: (claim: WatchClaim, now: boolean) => void,
    /** What is played is a clip out of it: where somebody goes on in the recording stays as it is. */
    private readonly clip = false,
  ) {}

  /**
   * Takes a movement of the playhead; keeps a claim for every second of media that was played, at double speed too, and sends one when
   * something ends and every 15 seconds.
   */
  take(movement: Movement): void {
    const { kind, at, now, rate } = movement;
    if (kind === 'play') this.sampler.play(movement);
    else if (kind === 'pause') this.sampler.pause(movement);
    else if (kind === 'seek') this.sampler.seek(movement);
    else this.sampler.end(movement, this.recording.duration);
    this.position = Math.floor(at);
    this.rate = rate;
    if (!this.opened) this.open(now);
    if (kind === 'play' && this.position === this.keptAt) return;
    this.keptAt = this.position;
    const due = kind !== 'play' || now - this.sentAt >= longestWait;
    if (due) this.sentAt = now;
    this.claim(due, kind === 'seek');
  }

  /** The first claim says nothing but that playing begins: what can have been played is counted from when it arrives. */
  private open(now: number): void {
    this.opened = true;
    this.sentAt = now;
    this.say([], true);
  }

  private claim(now: boolean, onlyNews: boolean): void {
    const ranges = clamp(this.sampler.ranges(), this.recording.duration);
    const before = seconds(this.played());
    this.played.set(union(this.earlier, ranges));
    // Dragging along the scrubber is a hundred seeks: only one that ends a played piece has something to say.
    if (ranges.length === 0 || (onlyNews && seconds(this.played()) === before && this.sent)) return;
    this.sent = now;
    this.say(ranges, now);
    if (ranges.length > mostRanges) this.renew();
  }

  private say(ranges: Range[], now: boolean): void {
    const { id: recording, rev } = this.recording;
    this.keep(
      {
        session: this.id,
        recording,
        rev,
        ranges,
        position: this.clip ? null : this.position,
        seq: this.seq++,
        rate: this.rate,
        ...(this.lease && { lease: this.lease }),
      },
      now,
    );
  }

  private renew(): void {
    this.earlier = this.played();
    this.id = crypto.randomUUID();
    this.lease = heldLease(new Date());
    this.sampler = new Sampler();
    this.seq = 0;
    this.opened = false;
  }
}
