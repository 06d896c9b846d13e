import { computed, signal } from '@angular/core';
import { type Range } from '@haven/shared/contract';
import { type Engine, play } from './engine';
import { Ticker } from './ticker';

/** What happened to the playhead: `at` in seconds of media, `now` in milliseconds of a clock that never goes back. */
export interface Movement {
  kind: 'play' | 'pause' | 'seek' | 'end';
  at: number;
  now: number;
  rate: number;
}

/** A `<video>` as signals. It owns the element's events and its engine, and tells every movement of the playhead. */
export class Playback {
  readonly playing = signal(false);
  readonly time = signal(0);
  readonly rate = signal(1);
  readonly muted = signal(false);
  readonly waiting = signal(false);
  readonly failed = signal(false);
  readonly ended = signal(false);
  /** The media is there and can be moved about in. */
  readonly loaded = signal(false);
  readonly started = signal(false);
  readonly second = computed(() => Math.floor(this.time()));
  /** The clip that is played, and nothing around it; null where it is the whole recording. */
  within: Range | null = null;

  private readonly stop = new AbortController();
  private ending: ReturnType<typeof setTimeout> | undefined;
  /** Beside `timeupdate`, which browsers slow down in hidden pages. */
  private readonly ticker = new Ticker(() => this.tick());
  private engine: Engine | null = null;
  private url: string | null = null;
  /** Where it goes on once the media that is loading is there. */
  private resume: { at: number; play: boolean } | null = null;

  constructor(
    readonly video: HTMLVideoElement,
    private readonly moved: (movement: Movement) => void,
  ) {
    const on = (names: string, act: () => void) =>
      names.split(' ').forEach((name) => video.addEventListener(name, act, { signal: this.stop.signal }));
    on('timeupdate', () => this.tick());
    on('play playing', () => this.begin());
    on('pause', () => this.rest());
    on('waiting', () => (this.waiting.set(true), this.tell('pause')));
    on('canplay playing seeked', () => this.waiting.set(false));
    on('seeking', () => (this.time.set(video.currentTime), this.ended.set(this.isAfter()), this.tell('seek')));
    on('ended', () => (this.ticker.stop(), this.playing.set(false), this.ended.set(true), this.tell('end')));
    on('ratechange', () => (this.rate.set(video.playbackRate), this.tick()));
    on('volumechange', () => this.muted.set(video.muted || video.volume === 0));
    // Before the outbox hears of it and sends what it has for the last time.
    const leaving = { capture: true, signal: this.stop.signal };
    for (const name of ['pagehide', 'freeze', 'visibilitychange']) addEventListener(name, () => this.tick(), leaving);
    // One at a time: nobody watches two at once, and two would be claimed at once.
    const others = { capture: true, signal: this.stop.signal };
    document.addEventListener('play', ({ target }) => void (target !== video && video.pause()), others);
    on('loadedmetadata', () => (this.loaded.set(true), this.failed.set(false), this.goOn()));
  }

  /** Loads `url`, unless it is what is loading or loaded already. */
  load(url: string): void {
    if (url === this.url) return;
    this.resume = null;
    this.open(url);
  }

  /** Goes on with the same recording from another address: another quality. */
  change(url: string): void {
    if (url !== this.url) this.reopen(url, this.resume?.play ?? !this.video.paused);
  }

  /** Loads again after a failure and goes on where it was. */
  retry(): void {
    if (this.url) this.reopen(this.url, this.started());
  }

  private reopen(url: string, play: boolean): void {
    this.failed.set(false);
    this.rest();
    this.resume = { at: this.resume?.at ?? this.time(), play };
    this.open(url);
  }

  private goOn(): void {
    const resume = this.resume;
    if (!resume) return;
    this.resume = null;
    this.seek(resume.at);
    if (resume.play) this.play();
  }

  private open(url: string): void {
    this.unload();
    this.url = url;
    this.waiting.set(true);
    this.engine = play(
      this.video,
      url,
      this.resume?.at ?? this.within?.[0] ?? 0,
      () => (this.ticker.stop(), this.waiting.set(false), this.playing.set(false), this.failed.set(true)),
    );
  }

  play(): void {
    if (this.within && (this.ended() || this.video.currentTime < this.within[0])) this.seek(this.within[0]);
    // Refused where the browser wants a press first, or aborted by a pause: the button shows how it stands.
    void this.video.play().catch(() => undefined);
  }

  toggle(): void {
    if (this.video.paused) this.play();
    else this.video.pause();
  }

  seek(to: number): void {
    const [from, until] = this.within ?? [0, Infinity];
    const end = Number.isFinite(this.video.duration) ? this.video.duration : Infinity;
    this.video.currentTime = Math.max(from, Math.min(to, until, end));
    this.time.set(this.video.currentTime);
  }

  destroy(): void {
    this.rest();
    this.stop.abort();
    this.unload();
  }

  private begin(): void {
    // `playing` comes late where a clip was stopped at its end meanwhile.
    if (this.video.paused) return;
    this.ticker.start();
    this.started.set(true);
    this.playing.set(true);
    this.ended.set(false);
    if (this.runs()) this.tell('play');
  }

  private rest(): void {
    this.ticker.stop();
    clearTimeout(this.ending);
    this.playing.set(false);
    this.tell('pause');
  }

  private tick(): void {
    // Between two medias the element says that it is at its beginning.
    if (this.resume) return;
    this.time.set(this.video.currentTime);
    if (this.runs()) this.tell('play');
    if (this.within && !this.video.paused) this.stopAt(this.within[1]);
  }

  /** Stops at the end of a clip. `timeupdate` alone comes up to a quarter of a second late, which is a word of the next sentence. */
  private stopAt(end: number): void {
    const left = end - this.video.currentTime;
    if (left <= 0) {
      this.video.pause();
      this.ended.set(true);
    } else if (left < 0.5) {
      // One timer, and never at once again: a player that waits for data stands still here.
      clearTimeout(this.ending);
      this.ending = setTimeout(() => this.tick(), Math.max(20, (left * 1000) / this.video.playbackRate));
    }
  }

  /** Whether the playhead is at the end of a clip: also where somebody takes it there. */
  private isAfter(): boolean {
    return this.within !== null && this.video.currentTime >= this.within[1];
  }

  private runs(): boolean {
    return !this.video.paused && !this.video.seeking && this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  }

  private tell(kind: Movement['kind']): void {
    this.moved({ kind, at: this.video.currentTime, now: performance.now(), rate: this.video.playbackRate });
  }

  private unload(): void {
    this.engine?.destroy();
    this.engine = null;
    this.url = null;
    this.loaded.set(false);
  }
}
