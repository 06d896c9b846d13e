import { computed, inject, Injectable, signal } from '@angular/core';
import { type ForCompleted, PublishCourse, type ReleaseCard } from '@haven/catalog/contract';
import { DeviceDrafts, SessionStore } from '@haven/identity/web';
import { I18n, problemOf } from '@haven/shared/web';
import { firstWhen, instantOf } from './when';

export type IssueRefusal = 'moved' | 'stopped' | 'same' | 'signedOut' | 'refused' | 'offline' | 'failed';
const refusals: Partial<Record<string, IssueRefusal>> = {
  stale: 'moved',
  'not-publishable': 'stopped',
  'nothing-to-publish': 'same',
  'not-signed-in': 'signedOut',
  'not-found': 'refused',
};
const longestNote = 500;

/** What goes with a release, as it is sent. */
export interface Issued {
  readonly note: string;
  readonly at: string | null;
  readonly completed: ForCompleted;
}

/** A release that somebody is about to make: its note, kept on the device, and its time. What is sent is what was reviewed, or nothing. */
@Injectable()
export class Issue {
  private readonly i18n = inject(I18n);
  private readonly session = inject(SessionStore);
  private readonly drafts = inject(DeviceDrafts);
  private name = '';

  readonly note = signal('');
  readonly when = signal(firstWhen());
  readonly completed = signal<ForCompleted>('none');
  readonly sending = signal(false);
  readonly done = signal<ReleaseCard | null>(null);
  readonly refusal = signal<IssueRefusal | null>(null);
  private readonly attempted = signal(false);
  private readonly refusedTime = signal<'passed' | 'far' | null>(null);

  readonly mayPublish = this.session.mayPublish;
  readonly noteErrors = computed(() =>
    this.attempted() && !PublishCourse.shape.note.safeParse(this.note()).success
      ? [this.i18n.t('studio.publish.noteLong', { most: longestNote })]
      : [],
  );
  readonly timeErrors = computed(() => {
    if (!this.attempted()) return [];
    const wrong = instantOf(this.when()) === undefined ? 'missing' : this.refusedTime();
    return wrong ? [this.i18n.t(`releases.when.errors.${wrong}`)] : [];
  });
  /** For the error summary: what stops the release, and what is wrong in the form. */
  readonly errors = computed(() => [
    ...(this.attempted() ? this.stops() : []),
    ...this.noteErrors().map((message) => ({ field: 'note', message })),
    ...this.timeErrors().map((message) => ({ field: 'when-date', message })),
  ]);
  /** What stops the release. The page says. */
  readonly stops = signal<readonly { field: string; message: string }[]>([]);

  /** Goes on with what was written under this name. */
  begin(name: string): void {
    this.name = name;
    const left = this.drafts.read(this.person(), name)?.value;
    this.note.set(typeof left === 'string' ? left : '');
  }

  write(note: string): void {
    this.note.set(note);
    if (note) this.drafts.keep(this.person(), this.name, { version: 0, value: note });
    else this.drafts.drop(this.person(), this.name);
  }

  /** Sends it with `send`, and answers whether the page has to be read anew: it happened, or something else is there now. */
  async send(send: (issued: Issued) => Promise<ReleaseCard>): Promise<boolean> {
    if (this.sending()) return false;
    this.refusal.set(null);
    this.refusedTime.set(null);
    this.attempted.set(true);
    if (this.errors().length) return false;
    this.sending.set(true);
    try {
      const at = instantOf(this.when()) ?? null;
      this.done.set(await send({ note: this.note().trim(), at, completed: this.completed() }));
      this.attempted.set(false);
      this.write('');
      this.when.set(firstWhen());
      this.completed.set('none');
      return true;
    } catch (error) {
      return this.refuse(error);
    } finally {
      this.sending.set(false);
    }
  }

  private refuse(error: unknown): boolean {
    const problem = problemOf(error);
    const time = problem?.fields?.find(({ path }) => path === 'at')?.message;
    if (time === 'passed' || time === 'far') this.refusedTime.set(time);
    else this.attempted.set(false);
    if (time === undefined) this.refusal.set(problem ? (refusals[problem.code] ?? 'failed') : 'offline');
    return problem?.status === 409;
  }

  private person(): string {
    return this.session.person()?.id ?? 'nobody';
  }
}
