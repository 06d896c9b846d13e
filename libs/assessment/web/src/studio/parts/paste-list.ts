import { Component, inject, output } from '@angular/core';
import { HvButton, Ids } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type PastedLine, pastedLines } from '../pasted';

/** A list from elsewhere, made into parts of the question. */
@Component({
  selector: 'haven-paste-list',
  imports: [HvButton],
  host: { class: 'edit-part' },
  template: `
    <details class="paste-list">
      <summary>{{ i18n.t('editing.question.paste.open') }}</summary>
      <label class="label" [attr.for]="id">{{ i18n.t('editing.question.paste.label') }}</label>
      <p class="hint" [id]="id + '-hint'">{{ i18n.t('editing.question.paste.hint') }}</p>
      <textarea #source class="control" [id]="id" rows="5" [attr.aria-describedby]="id + '-hint'"></textarea>
      <p>
        <button hvButton="quiet" type="button" (click)="take(source)">
          {{ i18n.t('editing.question.paste.take') }}
        </button>
      </p>
    </details>
  `,
})
export class PasteList {
  readonly lines = output<PastedLine[]>();
  protected readonly i18n = inject(I18n);
  protected readonly id = inject(Ids).next('pasted');

  protected take(source: HTMLTextAreaElement): void {
    const lines = pastedLines(source.value);
    if (lines.length === 0) return source.focus();
    source.value = '';
    this.lines.emit(lines);
  }
}
