import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from './course-study';

/** What has come to a course since this person completed it, and whether they are asked to go through it. */
@Component({
  selector: 'haven-since-completed',
  imports: [HvTag, RouterLink],
  template: `
    @if (items().length) {
      <section class="lesson-group">
        <h2>{{ i18n.t('learning.since.title') }}</h2>
        <p class="since-words">
          {{ asked() ? i18n.n('learning.since.asked', asked()) : i18n.t('learning.since.told') }}
        </p>
        <ul class="rows">
          @for (item of items(); track item.slug) {
            <li class="row lesson-row">
              <a class="lesson-row-title" [routerLink]="study.path(item.slug)" [attr.lang]="i18n.lang(item.title)">{{
                i18n.text(item.title)
              }}</a>
              <hv-tag [tone]="item.done ? 'teal' : 'lamp'">{{
                i18n.t('learning.since.' + (item.done ? 'done' : item.kind))
              }}</hv-tag>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class SinceCompleted {
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);

  protected readonly items = computed(() =>
    this.study.news().flatMap((item) => {
      const title = this.study.lesson(item.slug)?.title;
      return title ? [{ ...item, title }] : [];
    }),
  );
  protected readonly asked = computed(() => this.items().filter(({ asked, done }) => asked && !done).length);
}
