import { Component, computed, inject, input, output } from '@angular/core';
import { type StudioRecording } from '@haven/recordings/contract';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Lengths } from '../../lengths';
import { clock } from '../../player/time';
import { reasonWords } from '../recording-words';

/** The slides that were found in a recording: shown in time, left out where they are none, put in where one was missed. */
@Component({
  selector: 'haven-slide-list',
  imports: [HvButton],
  template: `
    @if (why(); as why) {
      <p class="small">{{ why }}</p>
    }
    <ol class="slide-list">
      @for (slide of recording().slides; track slide.at) {
        <li class="slide">
          <img [src]="slide.url" [alt]="say('slide', { at: clock(slide.at) })" loading="lazy" />
          <p class="cluster">
            <button class="link-button" type="button" (click)="playFrom.emit(slide.at)">
              <span class="visually-hidden">{{ say('play') }} </span>{{ clock(slide.at) }}
            </button>
            <button class="link-button" type="button" (click)="remove(slide.at)">
              {{ say('leaveOut') }}<span class="visually-hidden"> {{ say('slide', { at: clock(slide.at) }) }}</span>
            </button>
          </p>
        </li>
      } @empty {
        @if (!why()) {
          <li class="small">{{ say('none') }}</li>
        }
      }
    </ol>
    @if (canAdd()) {
      <p class="cluster">
        <button hvButton="quiet" type="button" (click)="add()">{{ say('add') }}</button>
        @if (making()) {
          <span class="small" role="status">{{ say('making') }}</span>
        }
      </p>
    }
  `,
})
export class SlideList {
  readonly recording = input.required<StudioRecording>();
  readonly time = input.required<number>();
  readonly playFrom = output<number>();
  /** All the seconds at which there are to be slides. */
  readonly changed = output<number[]>();

  protected readonly i18n = inject(I18n);
  private readonly lengths = inject(Lengths);
  protected readonly clock = clock;
  private readonly step = computed(() => this.recording().steps.find(({ name }) => name === 'slides'));
  protected readonly making = computed(() => ['waiting', 'running'].includes(this.step()?.status ?? ''));
  protected readonly why = computed(() => {
    const reason = this.step()?.reason;
    return reason ? reasonWords(this.i18n, this.lengths, reason) : '';
  });
  protected readonly canAdd = computed(
    () => this.recording().workshop.ffmpeg && this.recording().file.picture !== null,
  );
  private readonly times = computed(() => this.recording().slides.map(({ at }) => at));

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`slides.${key}`, values);
  }

  protected add(): void {
    this.changed.emit([...this.times(), Math.floor(this.time())]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.times().filter((other) => other !== at));
  }
}
