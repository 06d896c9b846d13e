import { Component, computed, effect, inject, input, output, resource, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type Range } from '@haven/shared/contract';
import { union } from '@haven/shared/contract/plain';
import { Announcer, HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Player } from '../player/player';
import { WatchClient } from '../watch/watch-client';
import { linesIn } from './clip-lines';

/**
 * A clip out of a recording, played where it is asked for. What is played counts like in the recording's own lesson, but where somebody goes on
 * there is not touched. Where it does not play its words are shown.
 */
@Component({
  selector: 'haven-recording-clip',
  imports: [HvButton, Player, RouterLink],
  host: { class: 'clip' },
  template: `
    <haven-player [recording]="recording()" [ranges]="ranges()" [clip]="range()" (moved)="session().take($event)">
      @if (goesOn(); as to) {
        <a hvButton="quiet" [routerLink]="to.path" [queryParams]="to.query">{{ i18n.t('recordings.clip.goOn') }}</a>
      }
    </haven-player>
    @if (lines.hasValue() && lines.value().length > 0) {
      <div class="clip-words">
        <p class="small">{{ i18n.t('recordings.clip.words') }}</p>
        @for (line of lines.value(); track $index) {
          <p [attr.lang]="language()">
            @if (line.speaker) {
              <strong>{{ line.speaker }}:</strong>
            }
            {{ line.text }}
          </p>
        }
      </div>
    }
  `,
})
export class RecordingClip {
  readonly recording = input.required<RecordingDetail>();
  readonly range = input.required<Range>();
  /** Where the recording goes on after the clip. */
  readonly onward = input<{ path: string; query?: Record<string, string> } | null>(null);
  /** What the server holds of the recording. */
  readonly saved = output<readonly Range[]>();

  protected readonly i18n = inject(I18n);
  private readonly watch = inject(WatchClient);
  private readonly announcer = inject(Announcer);
  private readonly player = viewChild(Player);
  private readonly id = computed(() => this.recording().id);
  protected readonly session = computed(() => this.watch.clip(this.recording()));
  private readonly answered = this.watch.saved(this.id);
  private readonly waiting = this.watch.waiting(this.id);
  protected readonly ranges = computed(() => union(this.answered() ?? [], this.session().ranges(), this.waiting()));
  protected readonly goesOn = computed(() => (this.range()[1] < this.recording().duration ? this.onward() : null));
  private readonly track = computed(() => {
    const { captions, language } = this.recording();
    const of = (locale: string) => captions.find((track) => track.locale === locale);
    return of(this.i18n.locale()) ?? of(language) ?? captions[0];
  });
  protected readonly language = computed(() => this.track()?.locale);
  private readonly vtt = this.watch.captions(() => (this.player()?.failed() ? this.track()?.url : undefined));
  /** What is said, once it is needed. Of the file that is shown, not of a newer one. */
  protected readonly lines = resource({
    params: () => (this.vtt.hasValue() ? { vtt: this.vtt.value(), range: this.range() } : undefined),
    loader: async ({ params: { vtt, range } }) => {
      const { parseVtt } = await import('@haven/recordings/contract/plain');
      return linesIn(parseVtt(vtt), range);
    },
  });

  constructor() {
    effect(() => {
      const held = this.answered();
      if (held) this.saved.emit(held);
    });
    effect(() => {
      if (this.player()?.ended()) this.announcer.say(this.i18n.t('recordings.clip.ended'));
    });
  }
}
