import { Location } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Range } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { Lengths } from '../lengths';
import { clock } from '../player/time';
import { needs } from './needs';

const shown = 8;

/** The rule of a recording in one sentence, and what is missing of it as links into the recording. Computed on the device, live. */
@Component({
  selector: 'haven-missing-times',
  host: { class: 'watch-rule' },
  template: `
    <p>
      <strong>{{ i18n.t('recordings.rule.lead') }}</strong>
      {{ i18n.t('recordings.rule.watch', { required: i18n.number(required()) }) }}
      {{ i18n.t('recordings.rule.watched', { percent: i18n.number(percent()) }) }}
    </p>
    @if (state().missing === 0) {
      <p>{{ i18n.t('recordings.rule.all') }}</p>
    } @else {
      <p>
        @if (state().met) {
          {{ i18n.t('recordings.rule.met') }}
        }
        <span class="watch-missing">{{
          i18n.t('recordings.rule.missing', { length: lengths.say(state().missing) })
        }}</span>{{ ' ' }}
        @for (gap of list(); track gap[0]; let last = $last) {
          <!-- prettier-ignore -->
          <a [attr.href]="href(gap[0])" [attr.aria-label]="label(gap)" (click)="go($event, gap[0])">{{ clock(gap[0]) }}–{{ clock(gap[1]) }}</a
          >{{ last ? '' : ', ' }}
        }
        @if (rest() > 0) {
          <button class="link-button" type="button" (click)="all.set(true)">
            {{ i18n.n('recordings.rule.more', rest()) }}
          </button>
        }
        @if (!state().met && state().enough < state().missing) {
          <span class="small">{{ i18n.t('recordings.rule.enough', { length: lengths.say(state().enough) }) }}</span>
        }
        <button
          class="link-button"
          type="button"
          [attr.aria-pressed]="onlyMissing()"
          (click)="onlyMissingChange.emit(!onlyMissing())"
        >
          {{ i18n.t(onlyMissing() ? 'recordings.rule.onlyOn' : 'recordings.rule.only') }}
        </button>
      </p>
    }
  `,
})
export class MissingTimes {
  readonly ranges = input.required<readonly Range[]>();
  readonly duration = input.required<number>();
  readonly required = input.required<number>();
  /** Whether only what is missing is played. */
  readonly onlyMissing = input(false);
  readonly onlyMissingChange = output<boolean>();
  readonly seek = output<number>();

  protected readonly i18n = inject(I18n);
  protected readonly lengths = inject(Lengths);
  protected readonly clock = clock;
  protected readonly all = signal(false);
  protected readonly state = computed(() => needs(this.ranges(), this.duration(), this.required()));
  // Rounded down: "90 %" must never stand beside "not enough".
  protected readonly percent = computed(() => Math.floor((this.state().covered * 100) / this.duration()));
  protected readonly list = computed(() => (this.all() ? this.state().gaps : this.state().gaps.slice(0, shown)));
  protected readonly rest = computed(() => this.state().gaps.length - this.list().length);
  private readonly location = inject(Location);

  protected href(second: number): string {
    return `${this.location.prepareExternalUrl(this.location.path().split('?')[0] ?? '')}?t=${second}`;
  }

  protected label([from, to]: Range): string {
    return this.i18n.t('recordings.rule.gap', { from: clock(from), to: clock(to) });
  }

  protected go(event: MouseEvent, second: number): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.seek.emit(second);
  }
}
