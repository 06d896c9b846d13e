import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ImportReport, mostImported } from '@haven/assessment/contract';
import { DeviceDrafts, SessionStore } from '@haven/identity/web';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { HvButton, HvControl, HvField, HvNotice, Ids } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { QuizStudioClient } from '../quiz-studio-client';
import { inBase64 } from './in-base64';

type Fault = 'too-large' | 'nothing' | 'unreadable' | 'offline' | 'not-signed-in' | 'not-found' | 'failed';
const told: readonly string[] = ['not-signed-in', 'not-found'];

/** Questions from a file or a pasted text: seen first, then taken, and taken out again by one button. */
@Component({
  selector: 'haven-question-import',
  imports: [HvButton, HvControl, HvField, HvNotice, RouterLink],
  host: { class: 'edit-part' },
  templateUrl: './question-import.html',
})
export class QuestionImport {
  readonly quiz = input.required<string>();
  /** The page that shows the questions of the quiz. */
  readonly questions = input.required<string>();
  /** The draft has other questions now. */
  readonly changed = output();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  private readonly drafts = inject(DeviceDrafts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly person = inject(SessionStore).person()?.id ?? 'nobody';
  private readonly key = computed(() => `import.${this.quiz()}`);

  protected readonly id = inject(Ids).next('import');
  protected readonly locales = locales;
  protected readonly lang = signal<Locale>(this.i18n.locale());
  protected readonly pasted = signal('');
  protected readonly over = signal(false);
  /** What was looked at, as it is sent, and the name of the file; null where it was pasted. */
  private readonly content = signal('');
  protected readonly name = signal<string | null>(null);
  protected readonly report = signal<ImportReport | null>(null);
  /** What was taken, and how much of it was taken out again. */
  protected readonly done = signal<{ ids: readonly string[]; removed: number | null; text: string } | null>(null);
  protected readonly busy = signal<'look' | 'take' | 'undo' | null>(null);
  protected readonly fault = signal<Fault | null>(null);
  protected readonly canTake = computed(() => !this.done() && (this.report()?.taken.length ?? 0) > 0);

  constructor() {
    effect(() => {
      const kept = this.drafts.read(this.person, this.key())?.value;
      untracked(() => this.pasted.set(typeof kept === 'string' ? kept : ''));
    });
    effect(() => {
      const value = this.pasted();
      const key = untracked(this.key);
      if (value) this.drafts.keep(this.person, key, { version: 0, value });
      else this.drafts.drop(this.person, key);
    });
  }

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`exchange.${key}`, params);
  }

  protected place({ file, line }: { file: string | null; line: number }): string {
    return file ? `${file}, ${this.i18n.number(line)}` : this.i18n.number(line);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.lookAt(event.dataTransfer?.files ?? null);
  }

  protected lookAt(files: FileList | null): Promise<void> {
    const file = files?.item(0);
    return file ? this.look(file, file.name) : Promise.resolve();
  }

  protected lookAtText(): Promise<void> {
    const text = this.pasted();
    if (text.trim()) return this.look(new Blob([text]), null);
    this.fault.set('nothing');
    return Promise.resolve();
  }

  /** Shows what would be taken. */
  private async look(source: Blob, name: string | null): Promise<void> {
    if (this.busy()) return;
    this.done.set(null);
    this.report.set(null);
    if (source.size > mostImported) return this.fault.set('too-large');
    await this.while('look', async () => {
      const content = await inBase64(source);
      if (content === null) return this.fault.set('unreadable');
      const report = await this.client.previewImport(this.quiz(), { content, lang: this.lang() });
      this.content.set(content);
      this.name.set(name);
      this.report.set(report);
      this.focus('.import-report h3');
    });
  }

  protected take(): Promise<void> {
    return this.while('take', async () => {
      const { questions } = await this.client.import(this.quiz(), { content: this.content(), lang: this.lang() });
      const text = this.name() === null ? this.pasted() : '';
      this.done.set({ ids: questions, removed: null, text });
      if (text) this.pasted.set('');
      this.changed.emit();
      this.focus('.notice-title');
    });
  }

  protected async undo(): Promise<void> {
    const done = this.done();
    if (!done) return;
    await this.while('undo', async () => {
      const { removed } = await this.client.undoImport(this.quiz(), done.ids);
      this.done.set({ ...done, removed: removed.length });
      if (done.text && !this.pasted()) this.pasted.set(done.text);
      this.changed.emit();
      this.focus('.notice-title');
    });
  }

  private async while(what: 'look' | 'take' | 'undo', work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.fault.set(null);
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      this.fault.set(!problem ? 'offline' : told.includes(problem.code) ? (problem.code as Fault) : 'failed');
    } finally {
      this.busy.set(null);
    }
  }

  /** What appeared is read out from its heading on. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
