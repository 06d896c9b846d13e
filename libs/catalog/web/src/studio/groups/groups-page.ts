import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { type StudioGroup } from '@haven/identity/contract';
import { SessionStore } from '@haven/identity/web';
import { Announcer, HvButton, HvControl, HvEmpty, HvField, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, readAgain } from '@haven/shared/web';
import { Trouble } from '../trouble';
import { GroupClient } from './group-client';

/** The groups of learners: each with how many are in it, and with the link that lets others in. Nobody in them is named. */
@Component({
  selector: 'haven-groups-page',
  imports: [HvButton, HvControl, HvEmpty, HvField, HvNotice, HvSkeleton, Trouble],
  host: { class: 'studio studio-course' },
  templateUrl: './groups-page.html',
})
export class GroupsPage {
  protected readonly i18n = inject(I18n);
  private readonly client = inject(GroupClient);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(SessionStore);

  protected readonly groups = this.client.groups();
  protected readonly name = signal('');
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  protected readonly errors = computed(() => {
    const length = this.name().trim().length;
    return this.attempted() && (length === 0 || length > 100) ? [this.t('nameError')] : [];
  });
  protected readonly mayManage = computed(() =>
    ['editor', 'administrator'].includes(this.session.person()?.role ?? ''),
  );

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`groups.${key}`, params);
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected size({ size }: StudioGroup): string {
    return size === null ? this.t('few') : this.i18n.n('groups.size', size);
  }

  protected link(code: string): string {
    return this.document.location.origin + this.i18n.path(`/join/${code}`);
  }

  protected async make(): Promise<void> {
    this.attempted.set(true);
    if (this.errors().length) return;
    const done = await this.act(() => this.client.make(this.name().trim()), 'made');
    if (!done) return;
    this.name.set('');
    this.attempted.set(false);
  }

  protected async copy(code: string): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.link(code));
    this.announcer.say(this.t('copied'));
  }

  protected renew(id: string): Promise<boolean> {
    return this.act(() => this.client.renew(id), 'renewed');
  }

  protected delete(id: string): Promise<boolean> {
    return this.act(() => this.client.delete(id), 'deleted');
  }

  protected restore(id: string): Promise<boolean> {
    return this.act(() => this.client.restore(id), 'restored');
  }

  /** Does one thing at a time and says that it is done; false where it is not. */
  private async act(work: () => Promise<StudioGroup>, done: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failed.set(false);
    try {
      const { name } = await work();
      this.announcer.say(this.t(done, { name }));
      readAgain(this.groups);
      return true;
    } catch {
      this.failed.set(true);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
