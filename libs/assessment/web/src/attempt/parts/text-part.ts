import { Component, inject } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { type FaceOf } from './answer-part';
import { TypedPart } from './typed-part';

/** One text: a line for a short one, more room for a reflection. */
@Component({
  selector: 'haven-text-part',
  template: `
    <label class="label text-label" [for]="question().id + '-text'">{{ i18n.t('assessment.question.yours') }}</label>
    @if (question().kind === 'reflection') {
      <textarea
        class="control"
        rows="6"
        maxlength="5000"
        [id]="question().id + '-text'"
        [value]="field('text')"
        (input)="type('text', $event)"
        (change)="keep()"
      ></textarea>
    } @else {
      <input
        class="control"
        autocomplete="off"
        maxlength="200"
        [id]="question().id + '-text'"
        [value]="field('text')"
        (input)="type('text', $event)"
        (change)="keep()"
      />
    }
  `,
})
export class TextPart extends TypedPart<FaceOf<'short-text' | 'reflection'>> {
  protected readonly i18n = inject(I18n);
}
