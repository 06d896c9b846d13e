import { Component, computed, inject, signal } from '@angular/core';
import { HvButton, HvDialog, HvNotice } from '@haven/shared/ui';
import { I18n, Outbox } from '@haven/shared/web';
import { PackStore } from '@haven/shared/web/packs';
import { DeviceDrafts } from '../device-drafts';
import { dictionaries } from '../i18n/dictionaries';
import { SessionStore } from '../session-store';

/**
 * What goes from this device when somebody signs out: it is said before, and work that is nowhere else can be sent first. With nothing to
 * lose nobody is asked.
 */
@Component({
  selector: 'haven-sign-out-dialog',
  imports: [HvButton, HvDialog, HvNotice],
  template: `
    @if (ready()) {
      <hv-dialog
        [heading]="i18n.t('identity.signOut.title')"
        [closeLabel]="i18n.t('identity.signOut.stay')"
        [(open)]="open"
      >
        @if (unsent(); as unsent) {
          <p>
            <strong>{{ i18n.n('identity.signOut.unsent', unsent.count, { time: unsent.time }) }}</strong>
          </p>
        }
        @if (downloads().count > 0) {
          <p>{{ i18n.n('identity.signOut.downloads', downloads().count, { size: downloads().size }) }}</p>
        }
        <p>{{ i18n.t('identity.signOut.shared') }}</p>
        @if (trouble(); as trouble) {
          <hv-notice tone="bad" role="alert">
            <p>{{ i18n.t('identity.signOut.' + trouble) }}</p>
          </hv-notice>
        }
        <p class="page-act">
          @if (unsent()) {
            <button hvButton type="button" (click)="sendFirst()">{{ i18n.t('identity.signOut.send') }}</button>
            <button hvButton="danger" type="button" (click)="end()">{{ i18n.t('identity.signOut.discard') }}</button>
          } @else {
            <button hvButton type="button" (click)="end()">{{ i18n.t('identity.signOut.end') }}</button>
          }
          <button hvButton="quiet" type="button" (click)="open.set(false)">
            {{ i18n.t('identity.signOut.stay') }}
          </button>
        </p>
      </hv-dialog>
    }
  `,
})
export class SignOutDialog {
  protected readonly i18n = inject(I18n);
  private readonly session = inject(SessionStore);
  private readonly outbox = inject(Outbox);
  private readonly drafts = inject(DeviceDrafts);
  private readonly packs = new PackStore();

  protected readonly ready = signal(false);
  protected readonly open = signal(false);
  protected readonly trouble = signal<'unreachable' | 'notSent' | null>(null);
  protected readonly downloads = signal({ count: 0, size: '' });
  private readonly kept = signal(0);
  protected readonly unsent = computed(() => {
    const waiting = this.outbox.unsent();
    const count = (waiting?.count ?? 0) + this.kept();
    if (count === 0) return null;
    const since = new Date(waiting?.since ?? Date.now()).toISOString();
    return { count, time: this.i18n.date(since, { dateStyle: 'medium', timeStyle: 'short' }) };
  });

  /** Sends what can be sent and signs out; asks before, where something is on this device alone or was downloaded. */
  async ask(): Promise<void> {
    this.trouble.set(null);
    await Promise.all([this.i18n.add(dictionaries), this.outbox.flush(), this.count()]);
    this.ready.set(true);
    if (this.unsent() || this.downloads().count > 0) this.open.set(true);
    else await this.end();
  }

  protected async sendFirst(): Promise<void> {
    this.trouble.set(null);
    await this.outbox.flush();
    this.kept.set(this.drafts.count());
    if (this.unsent()) this.trouble.set('notSent');
    else await this.end();
  }

  protected async end(): Promise<void> {
    try {
      await this.session.signOut();
      this.open.set(false);
    } catch {
      this.trouble.set('unreachable');
      this.open.set(true);
    }
  }

  private async count(): Promise<void> {
    this.kept.set(this.drafts.count());
    const packs = await this.packs.packs().catch(() => []);
    const files = (await Promise.all(packs.map(({ id }) => this.packs.files(id)))).flat();
    const megabytes = Math.max(1, Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6));
    this.downloads.set({ count: packs.length, size: this.i18n.number(megabytes) });
  }
}
