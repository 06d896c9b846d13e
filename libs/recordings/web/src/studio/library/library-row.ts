import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StudioRecordingCard } from '@haven/recordings/contract';
import { HvProgress, HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Lengths } from '../../lengths';
import { stepWords, tones, trackWords } from '../recording-words';

/** A recording in the library: what it is, how far it is, how its captions stand and where it is used. */
@Component({
  selector: 'haven-library-row',
  imports: [HvProgress, HvTag, RouterLink],
  host: { class: 'library-row' },
  template: `
    <div class="library-row-main">
      <h2 class="studio-row-title">
        <a [routerLink]="i18n.path('/studio/recordings/' + card().id)" [attr.lang]="i18n.lang(card().title)">{{
          i18n.text(card().title)
        }}</a>
      </h2>
      <p class="small">{{ facts() }}</p>
      <p class="small">{{ i18n.t('recordings.studio.tracks.label') }} · {{ captions() }}</p>
      @if (card().uses.length) {
        <p class="small">
          {{ i18n.t('recordings.studio.library.usedIn') }}
          @for (use of card().uses; track use.link; let last = $last) {
            <a [routerLink]="i18n.path(use.link)" [attr.lang]="i18n.lang(use.title)">{{ i18n.text(use.title) }}</a>
            {{ last ? '' : i18n.t('list.separator') }}
          }
        </p>
      } @else {
        <p class="small">{{ i18n.t('recordings.studio.library.notUsed') }}</p>
      }
    </div>
    <div class="library-row-state">
      <hv-tag [tone]="tones[card().state]">{{ i18n.t('recordings.studio.state.' + card().state) }}</hv-tag>
      @if (now(); as words) {
        <p class="small">{{ words }}</p>
        <hv-progress [value]="card().step?.progress ?? 0" [max]="100" [label]="words" />
      }
      <button class="link-button" type="button" (click)="move.emit()">
        {{ i18n.t('recordings.studio.library.' + (card().archived ? 'restoreIt' : 'archiveIt'))
        }}<span class="visually-hidden">: {{ i18n.text(card().title) }}</span>
      </button>
    </div>
  `,
})
export class LibraryRow {
  readonly card = input.required<StudioRecordingCard>();
  /** Into the archive, or out of it. */
  readonly move = output();

  protected readonly i18n = inject(I18n);
  private readonly lengths = inject(Lengths);
  protected readonly tones = tones;

  protected readonly facts = computed(() => {
    const { language, duration, recordedOn } = this.card();
    return [
      this.i18n.t(`recordings.studio.languages.${language}`),
      duration > 0 ? this.lengths.say(duration) : '',
      this.i18n.date(recordedOn),
    ]
      .filter(Boolean)
      .join(this.i18n.t('list.separator'));
  });
  protected readonly captions = computed(() =>
    trackWords(this.i18n, this.card().tracks)
      .map(({ words }) => words)
      .join(this.i18n.t('list.separator')),
  );
  protected readonly now = computed(() => {
    const { step } = this.card();
    return step?.status === 'running' ? stepWords(this.i18n, step) : '';
  });
}
