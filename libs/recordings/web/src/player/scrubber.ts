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
      [attr.viewBox]="'0 0 ' + duration() + ' 10'"
    >
      <rect class="scrubber-whole" height="10" [attr.width]="duration()" />
      @for (range of ranges(); track range[0]) {
        <rect class="scrubber-watched" height="10" [attr.x]="range[0]" [attr.width]="range[1] - range[0]" />
      }
      @for (chapter of marks(); track chapter.at) {
        <line class="scrubber-chapter" y1="0" y2="10" [attr.x1]="chapter.at" [attr.x2]="chapter.at" />
      }
    </svg>
    @for (second of notes(); track $index) {
      <span class="scrubber-note" aria-hidden="true" [style.inset-inline-start.%]="(second / duration()) * 100"></span>
    }
    <input
      #range
      type="range"
      min="0"
      step="1"
      [max]="duration()"
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
      <div class="scrubber-preview" aria-hidden="true" [style.inset-inline-start.%]="(second / duration()) * 100">
        @if (still(); as still) {
          <svg [attr.viewBox]="still.box" [attr.width]="still.board.width" [attr.height]="still.board.height">
            <image [attr.href]="still.board.url" [attr.width]="still.sheet" />
          </svg>
        }
        <span>{{ clock(second) }}</span>
      </div>
    }
  `,
})
export class Scrubber {
  readonly second = input.required<number>();
  readonly duration = input.required<number>();
  readonly ranges = input.required<readonly Range[]>();
  readonly chapters = input.required<readonly Chapter[]>();
  /** Seconds that have a note. */
  readonly notes = input<readonly number[]>([]);
  readonly chapter = input<string | null>(null);
  readonly storyboard = input<Storyboard | null>(null);
  readonly seek = output<number>();

  protected readonly i18n = inject(I18n);
  protected readonly clock = clock;
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
      time: clock(this.second()),
      duration: clock(this.duration()),
    });
    return [time, this.chapter()].filter(Boolean).join(', ');
  });

  protected point({ offsetX }: PointerEvent, { clientWidth }: HTMLInputElement): void {
    const part = Math.min(1, Math.max(0, offsetX / clientWidth));
    this.preview.set(Math.round(part * this.duration()));
  }
}
