import { Component, computed, effect, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { type ReleaseCard } from '@haven/catalog/contract';
import { SessionStore } from '@haven/identity/web';
import { HvButton, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { StudioClient } from '../studio-client';
import { firstWhen, instantOf, inWords, type When, whenOf } from './when';
import { WhenField } from './when-field';

/** What learners will see and from when on, with the way to change that. */
@Component({
  selector: 'haven-planned-releases',
  imports: [HvButton, HvNotice, WhenField],
  host: { class: 'stack' },
  template: `
    @if (wrong(); as why) {
      <hv-notice tone="warn" role="alert">
        <p>{{ why }}</p>
      </hv-notice>
    }
    @if (told(); as told) {
      <hv-notice tone="good">
        <p #news tabindex="-1">{{ told }}</p>
      </hv-notice>
    }
    @if (releases().length) {
      <section class="stack publish-part">
        <h2>{{ i18n.t('releases.planned.title') }}</h2>
        <ul class="rows measure">
          @for (release of releases(); track release.number) {
            <li class="studio-row stack">
              <h3>{{ i18n.t('studio.history.release', { n: i18n.number(release.number) }) }}</h3>
              <p>{{ i18n.t('releases.planned.from', { time: words(release.at) }) }}</p>
              @if (release.note) {
                <p class="small">{{ release.note }}</p>
              }
              @if (mayPublish()) {
                @if (moving() === release.number) {
                  <form class="stack" novalidate (submit)="$event.preventDefault(); move(release.number)">
                    <haven-when-field prefix="move" [(when)]="when" [errors]="faults()" />
                    <p class="cluster">
                      <button hvButton type="submit">{{ i18n.t('releases.planned.save') }}</button>
                      <button hvButton="quiet" type="button" (click)="moving.set(null)">
                        {{ i18n.t('releases.planned.keep') }}
                      </button>
                    </p>
                  </form>
                } @else {
                  <p class="cluster">
                    <button
                      class="link-button"
                      type="button"
                      [attr.aria-label]="i18n.t('releases.planned.changeOf', { n: release.number })"
                      (click)="begin(release)"
                    >
                      {{ i18n.t('releases.planned.change') }}
                    </button>
                    <button
                      class="link-button link-danger"
                      type="button"
                      [attr.aria-label]="i18n.t('releases.planned.cancelOf', { n: release.number })"
                      (click)="cancel(release.number)"
                    >
                      {{ i18n.t('releases.planned.cancel') }}
                    </button>
                  </p>
                }
              }
            </li>
          }
        </ul>
        <ng-content />
      </section>
    }
  `,
})
export class PlannedReleases {
  readonly course = input.required<string>();
  readonly releases = input.required<readonly ReleaseCard[]>();
  readonly changed = output();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly session = inject(SessionStore);

  protected readonly moving = signal<number | null>(null);
  protected readonly when = signal<When>(firstWhen());
  protected readonly wrong = signal<string | null>(null);
  protected readonly told = signal<string | null>(null);
  private readonly news = viewChild<ElementRef<HTMLElement>>('news');
  private readonly fault = signal<'missing' | 'passed' | 'far' | null>(null);

  protected readonly mayPublish = this.session.mayPublish;
  protected readonly faults = computed(() => {
    const fault = this.fault();
    return fault ? [this.i18n.t(`releases.when.errors.${fault}`)] : [];
  });

  constructor() {
    // The button that was pressed is gone.
    effect(() => this.news()?.nativeElement.focus());
  }

  protected words(at: string): string {
    return inWords(this.i18n, at);
  }

  protected begin({ number, at }: ReleaseCard): void {
    this.wrong.set(null);
    this.fault.set(null);
    this.when.set(whenOf(new Date(at)));
    this.moving.set(number);
  }

  protected async move(number: number): Promise<void> {
    const at = instantOf(this.when());
    if (at === undefined) return this.fault.set('missing');
    await this.change(number, async () => {
      const { at: time, state } = await this.client.moveRelease(this.course(), number, { at });
      const key = state === 'planned' ? 'moved' : 'now';
      return this.i18n.t(`releases.planned.${key}`, { n: number, time: this.words(time) });
    });
  }

  protected async cancel(number: number): Promise<void> {
    await this.change(number, async () => {
      await this.client.cancelRelease(this.course(), number);
      return this.i18n.t('releases.planned.cancelled', { n: number });
    });
  }

  private async change(number: number, act: () => Promise<string>): Promise<void> {
    this.wrong.set(null);
    this.told.set(null);
    this.fault.set(null);
    try {
      this.told.set(await act());
      this.moving.set(null);
      this.changed.emit();
    } catch (error) {
      const problem = problemOf(error);
      const at = problem?.fields?.find(({ path }) => path === 'at')?.message;
      if (at === 'passed' || at === 'far') return this.fault.set(at);
      const [key, n] = at ? ['order', at] : [problem?.code === 'conflict' ? 'late' : 'failed', number];
      this.wrong.set(this.i18n.t(`releases.planned.${key}`, { n }));
      if (key === 'late') this.changed.emit();
    }
  }
}
