import { Component, inject, input, output } from '@angular/core';
import { type RecordingDetail } from '@haven/recordings/contract';
import { I18n } from '@haven/shared/web';
import { Lengths } from './lengths';
import { clock } from './player/time';

/** What there is to know about a recording: what it is, who speaks, its chapters, who reviewed its captions and when. */
@Component({
  selector: 'haven-recording-about',
  host: { class: 'recording-about' },
  template: `
    <p class="lede" [attr.lang]="i18n.lang(recording().description)">{{ i18n.text(recording().description) }}</p>
    <dl class="facts">
      <div>
        <dt>{{ i18n.t('recordings.about.recorded') }}</dt>
        <dd>{{ i18n.date(recording().recordedOn) }}</dd>
      </div>
      <div>
        <dt>{{ i18n.t('recordings.about.length') }}</dt>
        <dd>{{ lengths.say(recording().duration) }}</dd>
      </div>
      <div>
        <dt>{{ i18n.t('recordings.about.language') }}</dt>
        <dd>{{ i18n.t('languages.' + recording().language) }}</dd>
      </div>
      @if (recording().speakers.length) {
        <div>
          <dt>{{ i18n.t('recordings.about.speakers') }}</dt>
          <dd>
            {{ recording().speakers.join(', ') }}
            @if (recording().synthetic) {
              <span class="small">{{ i18n.t('recordings.player.synthetic') }}</span>
            }
          </dd>
        </div>
      }
      @for (track of recording().captions; track track.locale) {
        <div>
          <dt>{{ i18n.t('recordings.about.captions') }}</dt>
          <dd>
            {{
              i18n.t('recordings.about.reviewed', {
                language: i18n.t('languages.' + track.locale),
                date: i18n.date(track.reviewedOn),
              })
            }}
          </dd>
        </div>
      }
    </dl>
    @if (recording().chapters.length) {
      <h2>{{ i18n.t('recordings.about.chapters') }}</h2>
      <ol class="chapter-list">
        @for (chapter of recording().chapters; track chapter.at) {
          <li>
            <button type="button" class="cue" (click)="seek.emit(chapter.at)">
              <span class="cue-time">{{ clock(chapter.at) }}</span>
              <span [attr.lang]="i18n.lang(chapter.title)">{{ i18n.text(chapter.title) }}</span>
            </button>
          </li>
        }
      </ol>
    }
  `,
})
export class RecordingAbout {
  readonly recording = input.required<RecordingDetail>();
  readonly seek = output<number>();
  protected readonly i18n = inject(I18n);
  protected readonly lengths = inject(Lengths);
  protected readonly clock = clock;
}
