import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { type Leavable } from '@haven/identity/web/editing';
import { type StudioRecording } from '@haven/recordings/contract';
import { Announcer, HvEmpty, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { Player } from '../../player/player';
import { pollWhile } from '../poll-while';
import { RecordingNav } from '../recording-nav';
import { RecordingStudioClient } from '../recording-studio-client';
import { RecordingTrouble } from '../recording-trouble';
import { ChapterForm } from './chapter-form';
import { SlideList } from './slide-list';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Chapters and slides beside the video. */
@Component({
  selector: 'haven-chapters-page',
  imports: [ChapterForm, HvEmpty, HvNotice, HvSkeleton, Player, RecordingNav, RecordingTrouble, SlideList],
  template: `
    @if (draft.error() && !shown()) {
      <div class="wrap"><haven-recording-trouble [error]="draft.error()" (retry)="draft.reload()" /></div>
    } @else {
      <haven-recording-nav [recording]="id()" />
      <div class="wrap stack">
        <h1>{{ i18n.t('chapters.page') }}</h1>
        @for (recording of shown() ? [shown()!] : []; track recording.id) {
          @if (media(); as media) {
            <div class="bench">
              <section class="bench-watch" [attr.aria-label]="i18n.t('recordings.studio.page.watch')">
                <haven-player [recording]="media" [ranges]="[]" [start]="0" (time)="time.set($event)" />
              </section>
              <div class="bench-parts">
                <section class="stack" aria-labelledby="chapters">
                  <h2 id="chapters">{{ i18n.t('chapters.title') }}</h2>
                  <haven-chapter-form [recording]="recording" [time]="time()" (playFrom)="player()?.playFrom($event)" />
                </section>
                <section class="stack" aria-labelledby="slides">
                  <h2 id="slides">{{ i18n.t('slides.title') }}</h2>
                  <p>{{ i18n.t('slides.lede') }}</p>
                  <div role="status">
                    @if (failed()) {
                      <hv-notice tone="bad">
                        <p>{{ i18n.t('captions.notDone') }}</p>
                      </hv-notice>
                    } @else if (before(); as before) {
                      <hv-notice tone="good">
                        <p>{{ i18n.t('slides.changed') }}</p>
                        <p>
                          <button class="link-button" type="button" (click)="setSlides(before)">
                            {{ i18n.t('slides.undo') }}
                          </button>
                        </p>
                      </hv-notice>
                    }
                  </div>
                  <haven-slide-list
                    [recording]="recording"
                    [time]="time()"
                    (playFrom)="player()?.playFrom($event)"
                    (changed)="setSlides($event)"
                  />
                </section>
              </div>
            </div>
          } @else {
            <hv-empty [heading]="i18n.t('captions.notYet')">
              <p>{{ i18n.t('chapters.notYetBody') }}</p>
            </hv-empty>
          }
        } @empty {
          <hv-skeleton [lines]="8" [label]="i18n.t('recordings.studio.loading')" />
        }
      </div>
    }
  `,
  host: { class: 'studio studio-course' },
})
export class ChaptersPage implements Leavable {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly client = inject(RecordingStudioClient);
  protected readonly player = viewChild(Player);
  private readonly form = viewChild(ChapterForm);
  protected readonly draft = this.client.recording(this.id);
  /** Stays while the server cannot be reached: what is being written must not go away. */
  protected readonly shown = linkedSignal<StudioRecording | undefined, StudioRecording | undefined>({
    source: () => (this.draft.hasValue() ? this.draft.value() : undefined),
    computation: (answer, before) => answer ?? (before?.value?.id === this.id() ? before.value : undefined),
    equal: same,
  });
  protected readonly media = computed(() => this.shown()?.media ?? null, { equal: same });
  protected readonly time = signal(0);
  /** The slides before the last change. */
  protected readonly before = signal<number[] | null>(null);
  protected readonly failed = signal(false);

  constructor() {
    pageTitle(() => {
      const title = this.shown()?.title;
      return [this.i18n.t('chapters.page'), title && this.i18n.text(title)].filter(Boolean).join(': ');
    });
    const making = computed(() =>
      this.shown()?.steps.some(({ name, status }) => name === 'slides' && ['waiting', 'running'].includes(status)),
    );
    pollWhile(
      () => making() ?? false,
      () => this.draft.reload(),
    );
  }

  protected async setSlides(at: number[]): Promise<void> {
    const before = this.shown()?.slides.map((slide) => slide.at) ?? [];
    try {
      this.draft.set(await this.client.setSlides(this.id(), at));
      this.before.set(before);
      this.failed.set(false);
      this.announcer.say(this.i18n.t('slides.changed'));
    } catch {
      this.failed.set(true);
    }
  }

  settle(): Promise<boolean> {
    return this.form()?.settle() ?? Promise.resolve(true);
  }
}
