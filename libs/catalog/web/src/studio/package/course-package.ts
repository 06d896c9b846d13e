import { Component, inject, input } from '@angular/core';
import { type StudioCourse } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { PackageClient } from './package-client';

/** The course as a package to take away: its draft, and what readers see where that is something else. */
@Component({
  selector: 'haven-course-package',
  host: { class: 'course-package' },
  template: `
    <h2>{{ i18n.t('packages.download.title') }}</h2>
    <p class="small">{{ i18n.t('packages.download.about') }}</p>
    <ul class="package-downloads">
      <li>
        <a [href]="client.address(course().id)" download>{{ i18n.t('packages.download.draft') }}</a>
      </li>
      @if (course().status.release; as release) {
        <li>
          <a [href]="client.address(course().id, release.number)" download>{{
            i18n.t('packages.download.release', { n: i18n.number(release.number) })
          }}</a>
        </li>
      }
    </ul>
  `,
})
export class CoursePackage {
  readonly course = input.required<StudioCourse>();

  protected readonly i18n = inject(I18n);
  protected readonly client = inject(PackageClient);
}
