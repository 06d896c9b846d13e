import { Component, inject, output } from '@angular/core';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type PastedLine, pastedLines } from '../pasted';

/** A list from elsewhere, made into parts of the question. */
@Component({
  selector: 'haven-paste-list',
  imports: [HvButton],
  template: `
    <details class="paste-list">
      <summary>{{ i18n.t('editing.question.paste.open') }}</summary>
      <label class="label" for="pasted">{{ i18n.t('editing.question.paste.label') }}</label>
      <p class="hint" id="pasted-hint">{{ i18n.t('editing.question.paste.hint') }}</p>
      <textarea #source class="control" id="pasted" rows="5" aria-describedby="pasted-hint"></textarea>
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

  protected take(source: HTMLTextAreaElement): void {
    const lines = pastedLines(source.value);
    if (lines.length === 0) return source.focus();
    source.value = '';
    this.lines.emit(lines);
  }
}
