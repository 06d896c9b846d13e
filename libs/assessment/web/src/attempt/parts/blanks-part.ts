import { Component, computed, inject } from '@angular/core';
import { pieces } from '@haven/assessment/contract/plain';
import { I18n } from '@haven/shared/web';
import { type FaceOf } from './answer-part';
import { TypedPart } from './typed-part';

/** A text with fields and lists in the middle of it. Each is named by its number, as no label has room there. */
@Component({
  selector: 'haven-blanks-part',
  template: `
    <p class="blanks" [attr.lang]="i18n.lang(question().text)">
      @for (piece of parts(); track $index) {
        @if (!piece.blank) {
          <span>{{ piece.words }}</span>
        } @else if (piece.options) {
          <select class="control" [attr.aria-label]="piece.label" (change)="choose(piece.blank, $event)">
            <option value="" [selected]="!field(piece.blank)">{{ i18n.t('assessment.question.pick') }}</option>
            @for (option of piece.options; track option.id) {
              <option [value]="option.id" [selected]="field(piece.blank) === option.id">
                {{ i18n.text(option.text) }}
              </option>
            }
          </select>
        } @else {
          <input
            class="control"
            autocomplete="off"
            maxlength="200"
            [attr.aria-label]="piece.label"
            [value]="field(piece.blank)"
            (input)="type(piece.blank, $event)"
            (change)="keep()"
          />
        }
      }
    </p>
  `,
})
export class BlanksPart extends TypedPart<FaceOf<'blanks'>> {
  protected readonly i18n = inject(I18n);
  protected readonly parts = computed(() => {
    const { text, blanks } = this.question();
    let n = 0;
    return pieces(this.i18n.text(text)).map((piece) => {
      if (!('blank' in piece)) return { words: piece.words, blank: null };
      const options = blanks.find(({ id }) => id === piece.blank)?.options ?? null;
      const label = this.i18n.t('assessment.question.blank', { n: ++n, all: blanks.length });
      return { blank: piece.blank, options, label };
    });
  });
}
