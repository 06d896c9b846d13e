import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type Change, xliffOutcomes, type XliffReport } from '@haven/catalog/contract';
import { I18n, problemOf } from '@haven/shared/web';
import { Announcer, HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { ChangeView } from '../change-view';
import { TranslationClient } from './translation-client';

/** How many units are listed: a file can have thousands. */
const most = 200;

/** Translations as files, for translators who work elsewhere: out, and in again once it is known what a file changes. */
@Component({
  selector: 'haven-xliff-exchange',
  imports: [ChangeView, HvButton, HvControl, HvField, HvNotice],
  templateUrl: './xliff-exchange.html',
})
export class XliffExchange {
  readonly course = input.required<string>();
  /** The lesson that is open. */
  readonly item = input.required<string>();
  /** Something was taken: what the page shows has changed. */
  readonly taken = output();

  protected readonly i18n = inject(I18n);
  protected readonly client = inject(TranslationClient);
  private readonly announcer = inject(Announcer);
  protected readonly file = signal<File | null>(null);
  protected readonly report = signal<XliffReport | null>(null);
  protected readonly done = signal(false);
  protected readonly busy = signal(false);
  protected readonly fault = signal('');

  protected readonly counts = computed(() => {
    const counts = this.report()?.counts;
    return xliffOutcomes.flatMap((outcome) =>
      counts?.[outcome] ? [this.i18n.n(`translation.file.count.${outcome}`, counts[outcome])] : [],
    );
  });
  protected readonly units = computed(() => this.report()?.units.slice(0, most) ?? []);
  protected readonly more = computed(() => (this.report()?.units.length ?? 0) - this.units().length);
  protected readonly takes = computed(() => this.report()?.units.some(({ outcome }) => outcome !== 'left') ?? false);

  protected async choose(event: Event): Promise<void> {
    const chooser = event.target as HTMLInputElement;
    const [file] = chooser.files ?? [];
    // The same file can be chosen again once it was put right.
    chooser.value = '';
    if (!file) return;
    this.file.set(file);
    this.done.set(false);
    await this.send(file, false);
  }

  protected async take(): Promise<void> {
    const file = this.file();
    if (!file || !(await this.send(file, true))) return;
    this.done.set(true);
    this.announcer.say(this.i18n.t('translation.file.taken'));
    this.taken.emit();
  }

  /** How the Spanish that is here would change; null where there is none. */
  protected changeOf({ outcome, before, text }: XliffReport['units'][number]): Change | null {
    const changes = outcome !== 'reviewed' && before !== null && text !== null;
    return changes ? { what: 'text', locale: 'es', before, after: text } : null;
  }

  protected drop(): void {
    this.file.set(null);
    this.report.set(null);
    this.fault.set('');
  }

  private async send(file: File, take: boolean): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.fault.set('');
    try {
      this.report.set(await this.client.sendXliff(this.course(), file, take));
      return true;
    } catch (error) {
      this.report.set(null);
      this.fault.set(this.faultWords(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private faultWords(error: unknown): string {
    const problem = problemOf(error);
    const reason = problem?.fields?.find(({ path }) => path === 'file')?.message ?? '';
    const known = ['malformed', 'doctype', 'too-deep', 'format', 'languages', 'course'].includes(reason);
    if (known) return this.i18n.t(`translation.file.faults.${reason}`);
    return this.i18n.t(`translation.file.faults.${problem?.code === 'too-large' ? 'large' : 'failed'}`);
  }
}
