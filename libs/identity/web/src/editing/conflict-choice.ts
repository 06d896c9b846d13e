import { Component, computed, inject, input, output } from '@angular/core';
import { type Locale } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { HvButton, HvNotice } from '@haven/shared/ui';

/** One part of a text for reading beside another: what it is, and what it says. */
export interface TextPart {
  label: string;
  text: string;
  lang: Locale | null;
}

/** Two people changed one text: shows where they differ, and lets this one choose. */
@Component({
  selector: 'haven-conflict-choice',
  imports: [HvButton, HvNotice],
  template: `
    <hv-notice tone="warn">
      <h2 class="notice-title">{{ i18n.t('editing.conflict.heading') }}</h2>
      <p>{{ i18n.t('editing.conflict.body') }}</p>
      @for (part of parts(); track part.label) {
        <div class="versus">
          <section>
            <h3>{{ part.label }} · {{ i18n.t('editing.conflict.mine') }}</h3>
            <p class="kept-text" [attr.lang]="part.lang">{{ part.mine || i18n.t('editing.conflict.empty') }}</p>
          </section>
          <section>
            <h3>{{ part.label }} · {{ i18n.t('editing.conflict.theirs') }}</h3>
            <p class="kept-text" [attr.lang]="part.lang">{{ part.theirs || i18n.t('editing.conflict.empty') }}</p>
          </section>
        </div>
      }
      <p class="cluster">
        <button hvButton="quiet" type="button" (click)="keep.emit()">{{ i18n.t('editing.conflict.keep') }}</button>
        <button hvButton="quiet" type="button" (click)="take.emit()">{{ i18n.t('editing.conflict.take') }}</button>
      </p>
    </hv-notice>
  `,
})
export class ConflictChoice {
  readonly mine = input.required<readonly TextPart[]>();
  readonly theirs = input.required<readonly TextPart[]>();
  readonly keep = output();
  readonly take = output();

  protected readonly i18n = inject(I18n);
  protected readonly parts = computed(() => {
    const [mine, theirs] = [this.mine(), this.theirs()];
    const labels = new Map([...mine, ...theirs].map((part) => [part.label, part.lang]));
    const of = (parts: readonly TextPart[], label: string) => parts.find((part) => part.label === label)?.text ?? '';
    return [...labels]
      .map(([label, lang]) => ({ label, lang, mine: of(mine, label), theirs: of(theirs, label) }))
      .filter((part) => part.mine !== part.theirs);
  });
}
