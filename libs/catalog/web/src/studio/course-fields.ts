import { Component, inject, input, viewChildren } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { PathControl } from '@haven/identity/web/editing';
import { topics } from '@haven/catalog/contract';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvControl, HvField } from '@haven/shared/ui';
import { type CourseModel } from './course-model';

/** The words of a course: for one that begins, and for one that is there. */
@Component({
  selector: 'haven-course-fields',
  imports: [FormField, HvControl, HvField, PathControl],
  host: { class: 'stack stack-loose course-fields' },
  template: `
    @for (part of parts; track part) {
      <div class="two-languages">
        @for (locale of locales; track locale) {
          <hv-field
            [label]="i18n.t('studio.lesson.' + part) + ', ' + i18n.t('editing.languages.' + locale)"
            [optional]="part === 'title' && locale === 'en' ? '' : i18n.t('studio.lesson.optional')"
            [hint]="part === 'summary' ? i18n.t('studio.courseWords.summaryHint') : ''"
            [errors]="at()(part + '.' + locale)"
          >
            @if (part === 'title') {
              <input
                hvControl
                [attr.lang]="locale"
                [havenPath]="'title.' + locale"
                [formField]="fields().title[locale]"
              />
            } @else {
              <textarea
                hvControl
                class="short-text"
                rows="2"
                [attr.lang]="locale"
                [havenPath]="'summary.' + locale"
                [formField]="fields().summary[locale]"
              ></textarea>
            }
          </hv-field>
        }
      </div>
    }
    <hv-field class="narrow-field" [label]="i18n.t('studio.courseWords.topic')">
      <select hvControl havenPath="topic" [formField]="fields().topic">
        @for (topic of topics; track topic) {
          <option [value]="topic">{{ i18n.t('studio.courseWords.topics.' + topic) }}</option>
        }
      </select>
    </hv-field>
  `,
})
export class CourseFields {
  readonly fields = input.required<FieldTree<CourseModel>>();
  /** What is wrong at a path, in words. */
  readonly at = input.required<(path: string) => string[]>();

  protected readonly i18n = inject(I18n);
  readonly controls = viewChildren(PathControl);
  protected readonly parts = ['title', 'summary'] as const;
  protected readonly locales = locales;
  protected readonly topics = topics;
}
