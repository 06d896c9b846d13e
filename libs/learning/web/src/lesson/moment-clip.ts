import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { CatalogClient } from '@haven/catalog/web';
import { clock } from '@haven/recordings/web';
import { RecordingClip } from '@haven/recordings/web/clip';
import { type Range } from '@haven/shared/contract';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { type Moment } from '@haven/shared/ui/blocks';
import { I18n, isUnanswered } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { lookAt } from './watched-enough';

/**
 * Plays a moment of a recording where it stands in a text. Until it is pressed nothing of it is loaded, neither the player nor what it plays.
 * What is played is the recording of its lesson as this reader gets it there: the same door, the same file, the same pack.
 */
@Component({
  selector: 'haven-moment-clip',
  imports: [HvButton, HvIcon, RecordingClip],
  host: { class: 'moment-clip', '[attr.lang]': 'lang()' },
  template: `
    @if (!instead()) {
      <button hvButton="quiet" type="button" [attr.aria-disabled]="loading() || null" (click)="press()">
        <hv-icon name="play" />
        <span
          >{{ i18n.t(failed() ? 'recordings.clip.again' : 'recordings.clip.play', { length: length() })
          }}<span class="visually-hidden"
            >: <span [attr.lang]="lang() && 'en'">{{ moment().label }}</span></span
          ></span
        >
      </button>
      @if (failed(); as failed) {
        <p role="alert">{{ i18n.t(failed) }}</p>
      } @else if (loading()) {
        <p class="small" role="status">{{ i18n.t('recordings.clip.loading') }}</p>
      }
    }
    @defer (when pressed()) {
      @if (recording(); as recording) {
        <haven-recording-clip
          #instead
          [recording]="recording"
          [range]="moment().range"
          [onward]="onward()"
          (saved)="look($event)"
        />
      }
    } @error {
      <p #instead role="alert">{{ i18n.t('recordings.clip.noScript') }}</p>
      <button hvButton="quiet" type="button" (click)="reloadPage()">{{ i18n.t('recordings.clip.reload') }}</button>
    }
  `,
})
export class MomentClip {
  readonly moment = input.required<Moment>();
  /** The reader's language, where that of the text around is another: English. */
  readonly lang = input<string | null>(null);

  protected readonly i18n = inject(I18n);
  private readonly study = inject(CourseStudy);
  protected readonly pressed = signal(false);
  /** What stands where the button was. Until it is there the button stays, and so does the focus. */
  protected readonly instead = viewChild<unknown>('instead');
  private readonly lesson = inject(CatalogClient).lesson(this.study.slug, () =>
    this.pressed() ? this.moment().lesson : undefined,
  );
  private readonly detail = computed(() => (this.lesson.hasValue() ? this.lesson.value() : null));
  protected readonly recording = computed(() => this.detail()?.recording ?? null);
  protected readonly onward = computed(() => {
    const { lesson, range } = this.moment();
    return this.study.resolve(`lesson:${lesson}?t=${range[1]}`);
  });
  protected readonly failed = computed(() => {
    const error = this.lesson.error();
    if (error) return isUnanswered(error) ? 'recordings.clip.noLine' : 'recordings.clip.refused';
    return this.detail() && !this.recording() ? 'recordings.clip.refused' : null;
  });
  protected readonly loading = computed(() => this.pressed() && !this.failed());
  protected readonly length = computed(() => clock(this.moment().range[1] - this.moment().range[0]));

  protected press(): void {
    if (this.pressed() && !this.lesson.isLoading()) this.lesson.reload();
    this.pressed.set(true);
  }

  protected look(ranges: readonly Range[]): void {
    const lesson = this.detail();
    if (lesson) lookAt(this.study, lesson, { ranges, transcriptRead: false });
  }

  /** A script that did not come is not asked for twice by the same page. */
  protected reloadPage(): void {
    location.reload();
  }
}
