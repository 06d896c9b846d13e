import { Component, computed, inject, input } from '@angular/core';
import { type LessonBody } from '@haven/catalog/contract';
import { HvLocaleNote } from '@haven/shared/ui';
import { type BlockWords, HvBlocks } from '@haven/shared/ui/blocks';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';

/** The text of a lesson in the reader's language, or in English and marked as such. */
@Component({
  selector: 'haven-lesson-text',
  imports: [HvBlocks, HvLocaleNote],
  host: { class: 'lesson-text' },
  template: `
    @if (i18n.lang(body())) {
      <hv-locale-note>{{ i18n.t('learning.lesson.foreign') }}</hv-locale-note>
    }
    <hv-blocks
      [attr.lang]="i18n.lang(body())"
      [blocks]="i18n.text(body())"
      [resolve]="study.resolve"
      [words]="words()"
      [locale]="i18n.locale()"
    />
  `,
})
export class LessonText {
  readonly body = input.required<LessonBody>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly words = computed((): BlockWords => {
    const word = (name: string) => this.i18n.t(`learning.lesson.${name}`);
    return {
      ...{ note: word('note'), important: word('important'), clause: word('clause') },
      ...{ moment: word('moment'), resource: word('resource'), term: word('term'), file: word('file') },
    };
  });
}
