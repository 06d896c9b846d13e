import { Component, computed, inject, input, output } from '@angular/core';
import { type QualityChoice, type RecordingDetail } from '@haven/recordings/contract';
import { type Locale, type Range } from '@haven/shared/contract';
import { HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { rates } from './keys';
import { type Playback } from './playback';
import { PlayerIcon } from './player-icon';
import { choicesOf, chosen, megabytesAnHour, type Quality } from './quality';
import { clock } from './time';

/** The row under the picture: what can be pressed and what is said about now. Native controls throughout. */
@Component({
  selector: 'haven-player-controls',
  imports: [HvIcon, PlayerIcon],
  host: { class: 'player-controls' },
  template: `
    <button type="button" class="player-button" (click)="playback().toggle()">
      @if (playback().ended()) {
        <haven-player-icon name="replay" />
      } @else {
        <hv-icon [name]="playback().playing() ? 'pause' : 'play'" />
      }
      <span class="visually-hidden">{{ i18n.t('recordings.player.' + playWord()) }}</span>
    </button>
    <span class="player-time">{{ time() }}</span>
    <span class="player-chapter" aria-hidden="true">{{ chapter() }}</span>
    <label class="player-select">
      <span class="visually-hidden">{{ i18n.t('recordings.player.speed') }}</span>
      <select #speed (change)="rate.emit(+speed.value)">
        @for (option of rates; track option) {
          <option [value]="option" [selected]="option === playback().rate()">
            {{ i18n.t('recordings.player.speedOf', { rate: i18n.number(option) }) }}
          </option>
        }
      </select>
    </label>
    @if (recording().captions.length) {
      <label class="player-select">
        <hv-icon name="captions" /><span class="visually-hidden">{{ i18n.t('recordings.player.captions') }}</span>
        <select #language (change)="caption.emit(track(language.value))">
          <option value="" [selected]="captions() === null">{{ i18n.t('recordings.player.captionsOff') }}</option>
          @for (track of recording().captions; track track.locale) {
            <option [value]="track.locale" [attr.lang]="track.locale" [selected]="captions() === track.locale">
              {{ i18n.t('languages.' + track.locale) }}
            </option>
          }
        </select>
      </label>
    }
    @if (choices().length > 1) {
      <label class="player-select">
        <span class="visually-hidden">{{ i18n.t('recordings.player.quality') }}</span>
        <select #wish (change)="pick.emit(wishOf(wish.value))">
          <option value="auto" [selected]="quality() === 'auto'">{{ i18n.t('recordings.player.qualityAuto') }}</option>
          @for (choice of choices(); track choice.url) {
            <option [value]="choice.height ?? 'audio'" [selected]="choice.height === picked()?.height">
              {{ word(choice) }}
            </option>
          }
        </select>
      </label>
    }
    <button type="button" class="player-button" (click)="mute.emit()">
      <haven-player-icon [name]="playback().muted() ? 'muted' : 'sound'" />
      <span class="visually-hidden">{{
        i18n.t(playback().muted() ? 'recordings.player.unmute' : 'recordings.player.mute')
      }}</span>
    </button>
    @if (canPip) {
      <button type="button" class="player-button" (click)="pip.emit()">
        <haven-player-icon name="pip" /><span class="visually-hidden">{{ i18n.t('recordings.player.pip') }}</span>
      </button>
    }
    <button type="button" class="player-button player-keys" (click)="help.emit()">
      <haven-player-icon name="keyboard" /><span class="visually-hidden">{{ i18n.t('recordings.player.keys') }}</span>
    </button>
    <button type="button" class="player-button" (click)="fullscreen.emit()">
      @if (full()) {
        <haven-player-icon name="shrink" />
      } @else {
        <hv-icon name="expand" />
      }
      <span class="visually-hidden">{{
        i18n.t(full() ? 'recordings.player.exitFullscreen' : 'recordings.player.fullscreen')
      }}</span>
    </button>
  `,
})
export class PlayerControls {
  readonly playback = input.required<Playback>();
  readonly recording = input.required<RecordingDetail>();
  /** The clip that is played, by whose beginning the time is told. */
  readonly clip = input<Range | null>(null);
  readonly captions = input.required<Locale | null>();
  readonly chapter = input.required<string | null>();
  readonly quality = input.required<Quality>();
  readonly full = input.required<boolean>();
  readonly rate = output<number>();
  readonly caption = output<Locale | null>();
  readonly pick = output<Quality>();
  readonly mute = output();
  readonly pip = output();
  readonly help = output();
  readonly fullscreen = output();

  protected readonly i18n = inject(I18n);
  protected readonly rates = rates;
  protected readonly time = computed(() => {
    const [from, to] = this.clip() ?? [0, this.recording().duration];
    return `${clock(this.playback().second() - from)} / ${clock(to - from)}`;
  });
  protected readonly track = (language: string) =>
    this.recording().captions.find((c) => c.locale === language)?.locale ?? null;
  protected readonly choices = computed(() => choicesOf(this.recording()));
  protected readonly picked = computed(() => chosen(this.recording(), this.quality()));
  protected readonly canPip = document.pictureInPictureEnabled ?? false;
  protected readonly playWord = computed(() =>
    this.playback().ended() ? 'replay' : this.playback().playing() ? 'pause' : 'play',
  );

  protected wishOf(value: string): Quality {
    return value === 'auto' || value === 'audio' ? value : Number(value);
  }

  protected word(choice: QualityChoice): string {
    const cost = this.i18n.number(megabytesAnHour(choice));
    return choice.height === null
      ? this.i18n.t('recordings.player.qualityAudio', { cost })
      : this.i18n.t('recordings.player.qualityOf', { height: choice.height, cost });
  }
}
