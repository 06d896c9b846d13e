import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AutosaveState, type Leavable } from '@haven/identity/web/editing';
import { type OutlineChange } from '@haven/catalog/contract';
import { I18n, pageTitle, readAgain } from '@haven/shared/web';
import { HvButton, HvEmpty, HvIcon, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { Findings } from './findings';
import { AddModule } from './outline/add-module';
import { company } from './outline/company';
import { ModuleSection } from './outline/module-section';
import { MoveDialog } from './outline/move-dialog';
import { OutlineWork } from './outline/outline-work';
import { RemovedParts } from './outline/removed-parts';
import { CoursePackage } from './package/course-package';
import { statusWords } from './status-words';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** A course's draft: modules and lessons, each with its state in words, and what stands between it and its readers. */
@Component({
  selector: 'haven-outline-page',
  imports: [
    AddModule,
    AutosaveState,
    CourseNav,
    CoursePackage,
    Findings,
    HvButton,
    HvEmpty,
    HvIcon,
    HvNotice,
    HvSkeleton,
    ModuleSection,
    MoveDialog,
    RemovedParts,
    RouterLink,
    Trouble,
  ],
  providers: [OutlineWork],
  templateUrl: './outline-page.html',
  host: { class: 'studio studio-course' },
})
export class OutlinePage implements Leavable {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  private readonly client = inject(StudioClient);
  protected readonly loaded = this.client.course(this.id);
  protected readonly preview = this.client.preview(this.id);
  private readonly company = company(this.id, () => null);

  protected readonly desk = this.work.desk;
  protected readonly course = computed(() => this.desk()?.course() ?? null);
  protected readonly findings = computed(() => (this.preview.hasValue() ? this.preview.value().findings : []));
  protected readonly status = computed(() => {
    const course = this.course();
    return course ? statusWords(this.i18n, course.status) : '';
  });
  protected readonly people = computed(() => this.company().people);
  protected readonly here = computed(() =>
    this.people().flatMap(({ name, lesson }) => (lesson === null && name ? [name] : [])),
  );
  protected readonly refused = computed(() => {
    const refused = this.desk()?.refused();
    if (!refused) return null;
    return refused.stale ? this.staleWords(refused.change) : this.i18n.t('studio.outline.impossible');
  });

  constructor() {
    pageTitle(() => {
      const course = this.course();
      const outline = this.i18n.t('studio.outline.title');
      return course ? `${this.i18n.text(course.title)}: ${outline}` : outline;
    });
    effect(() => {
      const course = this.loaded.hasValue() ? this.loaded.value() : null;
      untracked(() => {
        if (!course) return;
        if (this.desk()?.course().id === course.id) this.desk()?.know(course);
        else this.work.open(course);
      });
    });
    effect(() => {
      const { version } = this.company();
      untracked(() => version > (this.desk()?.version ?? version) && readAgain(this.loaded));
    });
    effect(() => {
      if (this.desk()?.savedAt()) untracked(() => readAgain(this.preview));
    });
  }

  async settle(): Promise<boolean> {
    await this.desk()?.flush();
    return this.desk()?.safe() ?? true;
  }

  protected to(rest: string): string {
    return this.i18n.path(`/studio/courses/${this.id()}/${rest}`);
  }

  /** What was not done, with the words that the person wrote. */
  private staleWords(change: OutlineChange): string {
    const title = 'title' in change ? change.title.en : '';
    return title ? this.i18n.t('studio.outline.refusedTitle', { title }) : this.i18n.t('studio.outline.refused');
  }
}
