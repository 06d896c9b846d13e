import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Chapter, type Storyboard } from '@haven/recordings/contract';
import { type Range } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { clock } from './time';

/**
 * Where the playhead is, what was watched (lamp amber), where the chapters begin and where there are notes. The drawing is for the eye; the native range input over
 * it is what keyboard, touch and screen readers use.
 */
@Component({
  selector: 'haven-scrubber',
  host: { class: 'scrubber' },
  template: `
    <svg
      class="scrubber-track"
      preserveAspectRatio="none"
      aria-hidden="true"
      [attr.viewBox]="from() + ' 0 ' + length() + ' 10'"
    >
      <rect class="scrubber-whole" height="10" [attr.x]="from()" [attr.width]="length()" />
      @for (range of ranges(); track range[0]) {
        <rect class="scrubber-watched" height="10" [attr.x]="range[0]" [attr.width]="range[1] - range[0]" />
      }
      @for (chapter of marks(); track chapter.at) {
        <line class="scrubber-chapter" y1="0" y2="10" [attr.x1]="chapter.at" [attr.x2]="chapter.at" />
      }
    </svg>
    @for (second of notes(); track $index) {
      <span class="scrubber-note" aria-hidden="true" [style.inset-inline-start.%]="percent(second)"></span>
    }
    <input
      #range
      type="range"
      step="1"
      [min]="from()"
      [max]="from() + length()"
      [value]="second()"
      [attr.aria-label]="i18n.t('recordings.player.seek')"
      [attr.aria-valuetext]="said()"
      (input)="seek.emit(range.valueAsNumber); preview.set(range.valueAsNumber)"
      (pointermove)="point($event, range)"
      (pointerleave)="preview.set(null)"
      (pointerup)="preview.set(null)"
      (blur)="preview.set(null)"
    />
    @if (preview(); as second) {
      <div class="scrubber-preview" aria-hidden="true" [style.inset-inline-start.%]="percent(second)">
        @if (still(); as still) {
          <svg [attr.viewBox]="still.box" [attr.width]="still.board.width" [attr.height]="still.board.height">
            <image [attr.href]="still.board.url" [attr.width]="still.sheet" />
          </svg>
        }
        <span>{{ clock(second - from()) }}</span>
      </div>
    }
  `,
})
export class Scrubber {
  readonly second = input.required<number>();
  readonly duration = input.required<number>();
  /** The clip that it runs over, by whose beginning its times are told; without one it is the whole recording. */
  readonly clip = input<Range | null>(null);
  readonly ranges = input.required<readonly Range[]>();
  readonly chapters = input.required<readonly Chapter[]>();
  /** Seconds that have a note. */
  readonly notes = input<readonly number[]>([]);
  readonly chapter = input<string | null>(null);
  readonly storyboard = input<Storyboard | null>(null);
  readonly seek = output<number>();

  protected readonly i18n = inject(I18n);
  protected readonly clock = clock;
  protected readonly from = computed(() => this.clip()?.[0] ?? 0);
  protected readonly length = computed(() => (this.clip()?.[1] ?? this.duration()) - this.from());
  /** The second that the pointer or a key points at. */
  protected readonly preview = signal<number | null>(null);
  /** The still of that second, as a window on the sheet. */
  protected readonly still = computed(() => {
    const [board, second] = [this.storyboard(), this.preview()];
    if (!board || second === null) return null;
    const { every, columns, count, width, height } = board;
    const at = Math.min(count - 1, Math.floor(second / every));
    const box = [(at % columns) * width, Math.floor(at / columns) * height, width, height].join(' ');
    return { board, box, sheet: columns * width };
  });
  protected readonly marks = computed(() => this.chapters().filter((chapter) => chapter.at > 0));
  protected readonly said = computed(() => {
    const time = this.i18n.t('recordings.player.seekText', {
      time: clock(this.second() - this.from()),
      duration: clock(this.length()),
    });
    return [time, this.chapter()].filter(Boolean).join(', ');
  });

  protected point({ offsetX }: PointerEvent, { clientWidth }: HTMLInputElement): void {
    const part = Math.min(1, Math.max(0, offsetX / clientWidth));
    this.preview.set(this.from() + Math.round(part * this.length()));
  }

  protected percent(second: number): number {
    return ((second - this.from()) / this.length()) * 100;
  }
}
