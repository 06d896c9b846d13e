import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { type RecordingDetail, type Transcript as TranscriptText } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { clock } from '../player/time';
import { alongside } from './alongside';
import { cueAt, search } from './find';

/**
 * What is said, line by line, each a button that goes to its moment. It follows the playback inside its own box and obeys the reader: it
 * rests while they point at it or have the focus in it, and stops when they scroll. It never scrolls the page.
 */
@Component({
  selector: 'haven-transcript',
  imports: [HvButton, HvIcon],
  host: { class: 'transcript' },
  templateUrl: './transcript.html',
})
export class Transcript {
  readonly recording = input.required<RecordingDetail>();
  readonly text = input.required<TranscriptText>();
  readonly second = input.required<number>();
  readonly locale = input.required<Locale>();
  /** Whether this person has read it to the end; null where reading it does not count. */
  readonly read = input<'no' | 'waiting' | 'saved' | null>(null);
  /** Another language that can be read beside it, whether the reader wishes to, and what it says once it is there. */
  readonly other = input<Locale | null>(null);
  readonly both = input(false);
  readonly beside = input<TranscriptText | null>(null);
  readonly bothChange = output<boolean>();
  readonly seek = output<number>();
  readonly language = output<Locale>();
  readonly readToEnd = output();

  protected readonly i18n = inject(I18n);
  protected readonly clock = clock;
  protected readonly query = signal('');
  protected readonly follow = signal(true);
  protected readonly result = computed(() => search(this.text().cues, this.query()));
  protected readonly meanwhile = computed(() => alongside(this.text().cues, this.beside()?.cues ?? []));
  protected readonly hit = linkedSignal({ source: this.result, computation: () => 0 });
  protected readonly now = computed(() => cueAt(this.text().cues, this.second() + 0.99));
  protected readonly track = computed(() => this.recording().captions.find((track) => track.locale === this.locale()));
  protected readonly found = computed(() => {
    const { hits } = this.result();
    return hits === 0
      ? this.i18n.t('recordings.transcript.none')
      : this.i18n.t('recordings.transcript.found', { at: this.hit() + 1, n: hits });
  });

  private readonly pointed = signal(false);
  private readonly focused = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      const line = this.now();
      const resting = untracked(() => !this.follow() || this.pointed() || this.focused() || this.query() !== '');
      if (!resting && line > 0) this.show(`[data-line="${line}"]`);
    });
  }

  protected step(by: 1 | -1): void {
    const { hits } = this.result();
    if (hits > 0) this.hit.update((at) => (at + by + hits) % hits);
    this.show(`[data-hit="${this.hit()}"]`);
  }

  protected find(query: string): void {
    this.query.set(query);
    // After the marks are drawn.
    setTimeout(() => this.show('[data-hit="0"]'));
  }

  protected print(): void {
    window.print();
  }

  protected isLocale(value: string): Locale {
    return this.recording().captions.find((track) => track.locale === value)?.locale ?? this.locale();
  }

  protected rest(what: 'pointed' | 'focused', on: boolean): void {
    this[what].set(on);
  }

  /** Brings a line into the box by moving the box's own scroll position, and nothing else's. */
  private show(selector: string): void {
    const box = this.box().nativeElement;
    const line = box.querySelector(selector)?.closest<HTMLElement>('li');
    if (!line) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    box.scrollTo({ top: line.offsetTop - box.clientHeight / 3, behavior: calm ? 'auto' : 'smooth' });
  }
}
