import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  type TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type Locale, type Range } from '@haven/shared/contract';
import { gaps, union } from '@haven/shared/contract/plain';
import { HvEmpty, HvLoadError, HvSkeleton, HvTab, HvTabs } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { type Movement } from './player/playback';
import { Player } from './player/player';
import { clock } from './player/time';
import { RecordingAbout } from './recording-about';
import { Transcript } from './transcript/transcript';
import { MissingTimes } from './watch/missing-times';
import { onward } from './watch/needs';
import { WatchClient } from './watch/watch-client';

/**
 * A recording to learn from: the player, the rule with what is missing, the transcript and what there is to know about it. What is played
 * goes to the outbox; `saved` tells what the server has answered.
 */
@Component({
  selector: 'haven-recording-study',
  imports: [
    NgTemplateOutlet,
    Player,
    MissingTimes,
    Transcript,
    RecordingAbout,
    HvTabs,
    HvTab,
    HvSkeleton,
    HvLoadError,
    HvEmpty,
  ],
  templateUrl: './recording-study.html',
  host: { class: 'recording-study' },
})
export class RecordingStudy {
  readonly recording = input.required<RecordingDetail>();
  /** The rule in per cent; null where nothing is asked. */
  readonly required = input<number | null>(null);
  /** A moment that the address names; it wins over where this person stopped. */
  readonly at = input<number | null>(null);
  /** Seconds to mark on the scrubber, and what stands in the tab beside the transcript: notes are not the matter of recordings. */
  readonly marks = input<readonly number[]>([]);
  readonly notes = input<TemplateRef<unknown> | null>(null);
  readonly tab = input('');
  readonly tabChange = output<string>();
  /** What the server holds: the union of ranges, and whether the transcript counts as read. */
  readonly saved = output<{ ranges: readonly Range[]; transcriptRead: boolean }>();

  protected readonly i18n = inject(I18n);
  protected readonly clock = clock;
  private readonly watch = inject(WatchClient);
  private readonly id = computed(() => this.recording().id);
  private readonly session = computed(() => this.watch.session(this.recording()));
  private readonly answered = this.watch.saved(this.id);
  private readonly waiting = this.watch.waiting(this.id);
  private readonly noted = this.watch.transcriptRead(this.id);
  private readonly coverage = this.watch.coverage(this.id);
  private readonly player = viewChild(Player);

  readonly second = signal(0);
  /** Where there is no transcript in the reader's language it is in the language that is spoken, or in what there is. */
  protected readonly language = linkedSignal<Locale | undefined>(() => {
    const has = this.recording().captions.map((track) => track.locale);
    return [this.i18n.locale(), this.recording().language, ...has].find((locale) => has.includes(locale));
  });
  protected readonly transcript = this.watch.transcript(this.id, this.language);
  /** The language to read beside it, where there is one, and whether the reader wishes to. */
  protected readonly other = computed(
    () => this.recording().captions.find((track) => track.locale !== this.language())?.locale ?? null,
  );
  protected readonly both = signal(false);
  protected readonly beside = this.watch.transcript(this.id, () =>
    this.both() ? (this.other() ?? undefined) : undefined,
  );
  /** The gaps that are played and nothing else; null while everything is. */
  protected readonly plan = linkedSignal<string, readonly Range[] | null>({ source: this.id, computation: () => null });

  private readonly known = computed(() => {
    const held = this.coverage.hasValue() ? this.coverage.value() : null;
    const own = held && held.rev === this.recording().rev ? held : null;
    return {
      ranges: union(own?.ranges ?? [], this.answered() ?? []),
      position: own?.position ?? 0,
      read: held?.transcriptRead ?? false,
    };
  });
  protected readonly ranges = computed(() => union(this.known().ranges, this.session().ranges(), this.waiting()));
  protected readonly start = computed(() => {
    const [at, resume] = [this.at(), this.known().position];
    if (at !== null) return at;
    if (this.coverage.isLoading()) return null;
    return resume > 5 && resume < this.recording().duration - 10 ? resume : 0;
  });
  protected readonly resumedAt = signal<number | null>(null);
  protected readonly read = computed(() =>
    this.required() === null ? null : this.known().read ? 'saved' : (this.noted() ?? 'no'),
  );
  protected readonly transcriptMissing = computed(() => problemOf(this.transcript.error())?.code === 'not-found');

  constructor() {
    effect(() => {
      const { ranges, read } = this.known();
      this.saved.emit({ ranges, transcriptRead: read || this.noted() === 'saved' });
    });
    effect(() => {
      const at = this.at();
      if (at !== null && untracked(this.second) > 0) this.player()?.playFrom(at);
    });
    effect(() => {
      const [plan, second] = [this.plan(), Math.floor(this.second())];
      const to = plan && onward(plan, second);
      if (plan && to === null) untracked(() => this.stopHere());
      else if (to !== null && to > second) untracked(() => this.playFrom(to));
    });
    effect(() => {
      const start = this.start();
      if (start && this.at() === null) this.resumedAt.set(start);
    });
  }

  protected moved(movement: Movement): void {
    this.session().take(movement);
  }

  protected startAgain(): void {
    this.resumedAt.set(null);
    this.playFrom(0);
  }

  playFrom(second: number): void {
    this.player()?.playFrom(second);
  }

  protected playOnlyMissing(on: boolean): void {
    const open = gaps(this.ranges(), this.recording().duration);
    const second = Math.floor(this.second());
    // From the beginning again where nothing is missing any more after here.
    if (on) this.playFrom(onward(open, second) ?? open[0]?.[0] ?? 0);
    this.plan.set(on ? open : null);
  }

  private stopHere(): void {
    this.plan.set(null);
    this.player()?.pause();
  }

  protected readToEnd(): void {
    this.watch.readTranscript(this.recording().id);
  }
}
