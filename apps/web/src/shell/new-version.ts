import { Component, computed, effect, inject, Injector, signal, untracked } from '@angular/core';
import { HvIcon } from '@haven/shared/ui/frame';
import { I18n } from '@haven/shared/web/frame';
import { AppWorker } from './app-worker';
import { Here } from './here';

/** Pages of somebody who learns: from here on the application is kept on the device. A reader of public pages pays nothing for that. */
const learning = /^(\/es)?\/(learn|me)(\/|$)/;

/** Keeps the application on the device, and says when there is a newer one. It never reloads by itself: somebody may be in the middle of something. */
@Component({
  selector: 'haven-new-version',
  imports: [HvIcon],
  host: { class: 'new-version', role: 'status' },
  template: `
    @if (worker.newer() && !later()) {
      <div class="notice notice-info">
        <hv-icon name="info" />
        <p class="notice-body">
          {{ i18n.t(unwritten() ? 'site.version.unwritten' : 'site.version.newer') }}
          <button class="link-button" type="button" (click)="reload()">{{ i18n.t('site.version.reload') }}</button>
          <button class="link-button" type="button" (click)="later.set(true)">
            {{ i18n.t('site.version.later') }}
          </button>
        </p>
      </div>
    }
  `,
})
export class NewVersion {
  protected readonly i18n = inject(I18n);
  protected readonly worker = inject(AppWorker);
  private readonly injector = inject(Injector);

  protected readonly later = signal(false);
  /** Something is in this page and nowhere else, because the disk does not take it. */
  protected readonly unwritten = signal(false);
  private readonly here = inject(Here);
  private readonly learns = computed(() => learning.test(this.here.url()));

  constructor() {
    effect(() => {
      const learns = this.learns();
      untracked(() => void this.worker.start(learns));
    });
  }

  protected async reload(): Promise<void> {
    const { Outbox } = await import('@haven/shared/web/outbox');
    const outbox = this.injector.get(Outbox);
    if (!(await outbox.written())) await outbox.flush();
    this.unwritten.set(!(await outbox.written()));
    if (!this.unwritten()) await this.worker.takeOver();
  }
}
