import { Component, inject, input } from '@angular/core';
import { CatalogClient } from '@haven/catalog/web';
import { CourseRow } from '@haven/catalog/web/course-row';
import { HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** The courses that only a group finds. */
@Component({
  selector: 'haven-group-courses',
  imports: [CourseRow, HvSkeleton],
  template: `
    @if (courses.hasValue()) {
      <ul class="rows">
        @for (course of courses.value().items; track course.id) {
          <li><haven-course-row [course]="course" /></li>
        } @empty {
          <li>
            <p>{{ i18n.t('learning.groups.noCourses') }}</p>
          </li>
        }
      </ul>
    } @else if (courses.error()) {
      <p>{{ i18n.t('learning.groups.failed') }}</p>
    } @else {
      <hv-skeleton [lines]="3" [label]="i18n.t('learning.groups.loading')" />
    }
  `,
})
export class GroupCourses {
  readonly group = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly courses = inject(CatalogClient).courses(() => ({ group: this.group(), limit: '100' }));
}
