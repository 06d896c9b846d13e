import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { I18n } from '@haven/shared/web';

/** The lists that the studio begins with, and the way between them. */
@Component({
  selector: 'haven-studio-lists',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <div class="course-nav">
      <nav class="wrap" [attr.aria-label]="i18n.t('studio.lists.label')">
        <ul class="course-nav-links">
          @for (list of lists; track list.name) {
            <li>
              <a
                [routerLink]="i18n.path(list.path)"
                routerLinkActive
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="exactly"
                >{{ i18n.t('studio.lists.' + list.name) }}</a
              >
            </li>
          }
        </ul>
      </nav>
    </div>
    <router-outlet />
  `,
})
export class StudioLists {
  protected readonly i18n = inject(I18n);
  protected readonly lists = [
    { name: 'courses', path: '/studio' },
    { name: 'questions', path: '/studio/questions' },
    { name: 'recordings', path: '/studio/recordings' },
    { name: 'groups', path: '/studio/groups' },
  ];
  /** Filters and pages of a list are still the list. */
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
