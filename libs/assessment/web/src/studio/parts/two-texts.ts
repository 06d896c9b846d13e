import { Component, inject, input, output } from '@angular/core';
import { PathControl } from '@haven/identity/web/editing';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type Both } from '../question-model';

/** One text in both languages side by side. */
@Component({
  selector: 'haven-two-texts',
  imports: [HvControl, HvField, PathControl],
  host: { class: 'two-languages' },
  template: `
    @for (locale of locales; track locale) {
      <hv-field
        [label]="label() + ', ' + i18n.t('editing.languages.' + locale)"
        [hint]="hint()"
        [errors]="at()(path() + '.' + locale)"
      >
        <textarea
          hvControl
          class="short-text"
          [rows]="rows()"
          [attr.lang]="locale"
          [havenPath]="path() + '.' + locale"
          [value]="text()[locale]"
          (input)="write(locale, $event)"
        ></textarea>
      </hv-field>
    }
  `,
})
export class TwoTexts {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly path = input.required<string>();
  readonly text = input.required<Both>();
  readonly at = input.required<(path: string) => string[]>();
  readonly rows = input(2);
  readonly written = output<Both>();

  protected readonly i18n = inject(I18n);
  protected readonly locales = locales;

  protected write(locale: Locale, event: Event): void {
    this.written.emit({ ...this.text(), [locale]: (event.target as HTMLTextAreaElement).value });
  }
}
