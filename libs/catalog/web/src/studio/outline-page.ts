import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StudioLesson } from '@haven/catalog/contract';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvButton, HvEmpty, HvIcon, HvSkeleton, HvTag } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { Findings } from './findings';
import { statusWords } from './status-words';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** A course's draft: modules and lessons, each with its state in words, and what stands between it and its readers. */
@Component({
  selector: 'haven-outline-page',
  imports: [CourseNav, Findings, HvButton, HvEmpty, HvIcon, HvSkeleton, HvTag, RouterLink, Trouble],
  templateUrl: './outline-page.html',
  host: { class: 'studio studio-course' },
})
export class OutlinePage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  protected readonly course = this.client.course(this.id);
  protected readonly preview = this.client.preview(this.id);

  protected readonly findings = computed(() => (this.preview.hasValue() ? this.preview.value().findings : []));
  protected readonly status = computed(() =>
    this.course.hasValue() ? statusWords(this.i18n, this.course.value().status) : '',
  );
  protected readonly icons = { reading: 'book', recording: 'film', quiz: 'question' } as const;
  protected readonly tones = { new: 'teal', changed: 'lamp', published: 'plain' } as const;

  constructor() {
    pageTitle(() =>
      this.course.hasValue()
        ? `${this.i18n.text(this.course.value().title)}: ${this.i18n.t('studio.outline.title')}`
        : this.i18n.t('studio.outline.title'),
    );
  }

  protected facts(lesson: StudioLesson): string {
    const stale = lesson.staleIn.map((lang) =>
      this.i18n.t('studio.outline.stale', { language: this.i18n.t(`editing.languages.${lang}`) }),
    );
    return [this.i18n.t(`studio.kind.${lesson.kind}`), this.i18n.n('units.minutes', lesson.minutes), ...stale].join(
      this.i18n.t('list.separator'),
    );
  }

  protected to(rest: string): string {
    return this.i18n.path(`/studio/courses/${this.id()}/${rest}`);
  }
}
