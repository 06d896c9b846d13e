import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CourseCard } from '@haven/catalog/contract';
import { HvCover } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { BEGUN_COURSES } from './begun-courses';

/** A course in a list: its cover, what it is about, and how long it takes. `level` is that of its heading. */
@Component({
  selector: 'haven-course-row',
  imports: [RouterLink, HvCover],
  host: { class: 'course-row' },
  template: `
    <hv-cover [seed]="course().slug" [picture]="course().cover" [alt]="alt()" />
    <div>
      @if (level() === 2) {
        <h2 class="course-row-title" [attr.lang]="i18n.lang(course().title)">
          <a [routerLink]="link()">{{ i18n.text(course().title) }}</a>
        </h2>
      } @else {
        <h3 class="course-row-title" [attr.lang]="i18n.lang(course().title)">
          <a [routerLink]="link()">{{ i18n.text(course().title) }}</a>
        </h3>
      }
      <p [attr.lang]="i18n.lang(course().summary)">{{ i18n.text(course().summary) }}</p>
      <p class="small">{{ facts() }}</p>
      @if (opens(); as opens) {
        <p class="small">{{ i18n.t('catalog.course.opens', { time: i18n.moment(opens) }) }}</p>
      }
      @if (begun().has(course().slug)) {
        <p class="small course-row-begun">{{ i18n.t('catalog.begun') }}</p>
      }
    </div>
  `,
})
export class CourseRow {
  readonly course = input.required<CourseCard>();
  readonly level = input<2 | 3>(3);

  protected readonly i18n = inject(I18n);
  protected readonly begun = inject(BEGUN_COURSES);
  protected readonly link = computed(() => this.i18n.path(`/courses/${this.course().slug}`));
  protected readonly alt = computed(() => this.i18n.text(this.course().cover?.alt ?? { en: '' }));
  protected readonly opens = computed(() => (this.course().phase === 'coming' ? this.course().opens : null));
  protected readonly facts = computed(() => {
    const { modules, minutes, languages, captions } = this.course();
    return [
      this.i18n.n('units.modules', modules),
      this.i18n.n('units.minutes', minutes),
      languages.map((language) => this.i18n.t(`languages.${language}`)).join(', '),
      ...(captions ? [this.i18n.t('catalog.captions')] : []),
    ].join(this.i18n.t('list.separator'));
  });
}
