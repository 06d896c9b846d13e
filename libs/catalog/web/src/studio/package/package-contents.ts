import { Component, computed, inject, input } from '@angular/core';
import { type PackageLeft, type PackageReport } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

/** What is in a package, and line by line what of it would not be taken, and why. */
@Component({
  selector: 'haven-package-contents',
  host: { class: 'package-contents' },
  template: `
    <p class="package-title" [attr.lang]="i18n.lang(report().title)">{{ i18n.text(report().title) }}</p>
    @if (report().summary.en) {
      <p [attr.lang]="i18n.lang(report().summary)">{{ i18n.text(report().summary) }}</p>
    }
    <p class="small">{{ facts() }}</p>
    <ol class="package-modules">
      @for (module of report().modules; track $index) {
        <li>
          <h3 [attr.lang]="i18n.lang(module.title)">{{ i18n.text(module.title) }}</h3>
          <ol>
            @for (lesson of module.lessons; track $index) {
              <li>
                <span [attr.lang]="i18n.lang(lesson.title)">{{ i18n.text(lesson.title) }}</span>
                <span class="small"> · {{ i18n.t('studio.kind.' + lesson.kind) }}</span>
              </li>
            }
          </ol>
        </li>
      }
    </ol>
    <h3>{{ i18n.t('packages.left') }}</h3>
    @if (report().left.length) {
      <p>{{ i18n.n('packages.leftLede', report().left.length) }}</p>
      <ul class="package-left">
        @for (left of report().left; track $index) {
          <li>
            <strong class="package-place">{{ place(left) }}</strong>
            <span>{{ i18n.t('packages.reasons.' + left.reason) }}</span>
            @if (left.what) {
              <span class="small package-detail">{{ left.what }}</span>
            }
          </li>
        }
      </ul>
    } @else {
      <p>{{ i18n.t('packages.nothingLeft') }}</p>
    }
  `,
})
export class PackageContents {
  readonly report = input.required<PackageReport>();

  protected readonly i18n = inject(I18n);

  protected readonly facts = computed(() => {
    const { format, languages, modules, questions, recordings, pictures, files } = this.report();
    const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
    const counts = { lessons, questions, recordings, pictures, files };
    return [
      this.i18n.t(`packages.formats.${format}`),
      ...languages.map((locale) => this.i18n.t(`editing.languages.${locale}`)),
      ...Object.entries(counts).flatMap(([what, n]) => (n > 0 ? [this.i18n.n(`packages.counts.${what}`, n)] : [])),
    ].join(this.i18n.t('list.separator'));
  });

  protected place({ file, line }: PackageLeft): string {
    return line === null ? file : this.i18n.t('packages.place', { file, line: this.i18n.number(line) });
  }
}
