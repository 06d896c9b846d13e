import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PublishCourse, type ReleaseCard } from '@haven/catalog/contract';
import { DeviceDrafts, SessionStore } from '@haven/identity/web';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import { HvButton, HvControl, HvErrorSummary, HvField, HvNotice, HvSkeleton, HvTag } from '@haven/shared/ui';
import { ChangeView } from './change-view';
import { CourseNav } from './course-nav';
import { Findings } from './findings';
import { statusWords } from './status-words';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

type Refusal = 'moved' | 'stopped' | 'same' | 'signedOut' | 'refused' | 'offline' | 'failed';
const refusals: Partial<Record<string, Refusal>> = {
  stale: 'moved',
  'not-publishable': 'stopped',
  'nothing-to-publish': 'same',
  'not-signed-in': 'signedOut',
  'not-found': 'refused',
};
const longestNote = 500;

/** What publishing now would do, in words, and the button that does it. What was reviewed is what goes out, or nothing. */
@Component({
  selector: 'haven-publish-page',
  imports: [
    ChangeView,
    CourseNav,
    Findings,
    HvButton,
    HvControl,
    HvErrorSummary,
    HvField,
    HvNotice,
    HvSkeleton,
    HvTag,
    RouterLink,
    Trouble,
  ],
  templateUrl: './publish-page.html',
  host: { class: 'studio studio-course' },
})
export class PublishPage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly session = inject(SessionStore);
  private readonly drafts = inject(DeviceDrafts);
  private readonly doneHeading = viewChild<ElementRef<HTMLElement>>('done');
  protected readonly course = this.client.course(this.id);
  protected readonly preview = this.client.preview(this.id);

  protected readonly note = signal('');
  protected readonly publishing = signal(false);
  protected readonly published = signal<ReleaseCard | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  private readonly attempted = signal(false);

  protected readonly ready = computed(() => {
    const [course, preview] = [
      this.course.hasValue() && this.course.value(),
      this.preview.hasValue() && this.preview.value(),
    ];
    return course && preview ? { course, preview } : null;
  });
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly status = computed(() => {
    const ready = this.ready();
    return ready ? statusWords(this.i18n, ready.preview.status) : '';
  });
  private readonly found = computed(() => this.ready()?.preview.findings ?? []);
  private readonly blocking = computed(() => this.found().filter((finding) => finding.level === 'blocking'));
  /** What stops comes first: its place is also its id, which the error summary leads to. */
  protected readonly findings = computed(() => [
    ...this.blocking(),
    ...this.found().filter((finding) => finding.level === 'warning'),
  ]);
  protected readonly next = computed(() => (this.ready()?.preview.status.release?.number ?? 0) + 1);
  protected readonly mayPublish = computed(() =>
    ['editor', 'administrator'].includes(this.session.person()?.role ?? ''),
  );
  private readonly noteErrors = computed(() =>
    PublishCourse.shape.note.safeParse(this.note()).success
      ? []
      : [this.i18n.t('studio.publish.noteLong', { most: longestNote })],
  );
  protected readonly noteFaults = computed(() => (this.attempted() ? this.noteErrors() : []));
  protected readonly errors = computed(() => {
    if (!this.attempted()) return [];
    const stops = this.blocking().map((finding, i) => ({
      field: `finding-${i}`,
      message: this.i18n.t('studio.publish.stops', {
        finding: this.i18n.t(`studio.finding.${finding.code}`, { title: this.i18n.text(finding.title) }),
      }),
    }));
    return [...stops, ...this.noteErrors().map((message) => ({ field: 'note', message }))];
  });

  constructor() {
    pageTitle(() => {
      const title = [this.i18n.t('studio.publish.title'), this.title()].filter(Boolean).join(': ');
      return this.errors().length || this.refusal() ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    effect(() => {
      const left = this.drafts.read(this.person(), `note.${this.id()}`)?.value;
      untracked(() => this.note.set(typeof left === 'string' ? left : ''));
    });
    effect(() => this.doneHeading()?.nativeElement.focus());
  }

  protected write(note: string): void {
    this.note.set(note);
    if (note) this.drafts.keep(this.person(), `note.${this.id()}`, { version: 0, value: note });
    else this.drafts.drop(this.person(), `note.${this.id()}`);
  }

  protected async publish(draft: string): Promise<void> {
    if (this.publishing()) return;
    this.refusal.set(null);
    this.attempted.set(true);
    if (this.errors().length) return;
    this.attempted.set(false);
    this.publishing.set(true);
    try {
      this.published.set(await this.client.publish(this.id(), PublishCourse.parse({ draft, note: this.note() })));
      this.write('');
      this.preview.reload();
    } catch (error) {
      const problem = problemOf(error);
      this.refusal.set(problem ? (refusals[problem.code] ?? 'failed') : 'offline');
      if (problem?.status === 409 || problem?.code === 'not-publishable') this.preview.reload();
    } finally {
      this.publishing.set(false);
    }
  }

  protected reload(): void {
    this.course.reload();
    this.preview.reload();
  }

  private person(): string {
    return this.session.person()?.id ?? 'nobody';
  }
}
