import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { I18n } from '@haven/shared/web';
import { HvBackLink } from '@haven/shared/ui';

/** The way between the pages of one course in the studio. */
@Component({
  selector: 'haven-course-nav',
  imports: [HvBackLink, RouterLink, RouterLinkActive],
  host: { class: 'course-nav' },
  template: `
    <div class="wrap course-nav-row">
      <hv-back-link [link]="i18n.path('/studio')">{{ i18n.t('studio.nav.courses') }}</hv-back-link>
      <nav [attr.aria-label]="i18n.t('studio.nav.label')">
        <ul class="course-nav-links">
          @for (page of pages(); track page.name) {
            <li>
              <a [routerLink]="page.link" routerLinkActive ariaCurrentWhenActive="page">{{
                i18n.t('studio.nav.' + page.name)
              }}</a>
            </li>
          }
        </ul>
      </nav>
      <ng-content />
    </div>
  `,
})
export class CourseNav {
  readonly course = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly pages = computed(() =>
    ['outline', 'translations', 'settings', 'preview', 'publish', 'history'].map((name) => ({
      name,
      link: this.i18n.path(`/studio/courses/${this.course()}/${name}`),
    })),
  );
}
