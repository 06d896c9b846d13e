import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { HvBackLink } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** The way between the pages of one recording in the studio. */
@Component({
  selector: 'haven-recording-nav',
  imports: [HvBackLink, RouterLink, RouterLinkActive],
  host: { class: 'course-nav' },
  template: `
    <div class="wrap course-nav-row">
      <hv-back-link [link]="i18n.path('/studio/recordings')">{{
        i18n.t('recordings.studio.nav.library')
      }}</hv-back-link>
      <nav [attr.aria-label]="i18n.t('recordings.studio.nav.label')">
        <ul class="course-nav-links">
          @for (page of pages(); track page.name) {
            <li>
              <a
                [routerLink]="page.link"
                routerLinkActive
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="{ exact: page.name === 'overview' }"
                >{{ i18n.t('recordings.studio.nav.' + page.name) }}</a
              >
            </li>
          }
        </ul>
      </nav>
      <ng-content />
    </div>
  `,
})
export class RecordingNav {
  readonly recording = input.required<string>();
  protected readonly i18n = inject(I18n);
  protected readonly pages = computed(() => {
    const base = this.i18n.path(`/studio/recordings/${this.recording()}`);
    const below = ['captions', 'chapters', 'file'].map((name) => ({ name, link: `${base}/${name}` }));
    return [{ name: 'overview', link: base }, ...below];
  });
}
