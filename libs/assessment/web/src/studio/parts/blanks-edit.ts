import { Component } from '@angular/core';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { type BodyOf, nothing } from '../question-model';
import { AcceptedTexts, type Typed } from './accepted-texts';
import { ChoiceEdit } from './choice-edit';
import { changed, EditPart, without } from './edit-part';
import { TwoTexts } from './two-texts';

type Blank = BodyOf<'blanks'>['blanks'][number];

/** The text with its blanks, and what is right in each. */
@Component({
  selector: 'haven-blanks-edit',
  imports: [AcceptedTexts, ChoiceEdit, HvButton, HvIcon, TwoTexts],
  template: `
    <haven-two-texts
      [label]="t('blanksText')"
      [hint]="t('blanksHint')"
      path="text"
      [rows]="4"
      [text]="body().text"
      [at]="at()"
      (written)="change({ text: $event })"
    />
    @for (error of at()('blanks'); track error) {
      <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
    }
    @for (blank of body().blanks; track blank.id; let i = $index) {
      <fieldset class="plain-set blank-set">
        <legend class="label">{{ t('blank', { id: blank.id }) }}</legend>
        @if (blank.kind === 'choose') {
          <haven-choice-edit kind="single" [body]="blank" [at]="inBlank(i)" [put]="setter(i)" />
        } @else {
          <haven-accepted-texts [typed]="blank" [path]="'blanks.' + i + '.'" [at]="at()" [put]="setter(i)" />
        }
        <p>
          <button class="link-button" type="button" (click)="change({ blanks: without(body().blanks, i) })">
            {{ t('remove') }} <span class="visually-hidden">{{ t('blank', { id: blank.id }) }}</span>
          </button>
        </p>
      </fieldset>
    }
    <div class="cluster">
      <button hvButton="quiet" type="button" (click)="addTyped()">{{ t('addTyped') }}</button>
      <button hvButton="quiet" type="button" (click)="addList()">{{ t('addList') }}</button>
    </div>
  `,
})
export class BlanksEdit extends EditPart<'blanks'> {
  protected readonly without = without;

  protected inBlank(index: number): (path: string) => string[] {
    return (path) => this.at()(`blanks.${index}.${path}`);
  }

  protected setter(index: number): (part: Partial<Typed> | Pick<BodyOf<'single'>, 'options'>) => void {
    return (part) => this.change({ blanks: changed<Blank>(this.body().blanks, index, part) });
  }

  protected addTyped(): void {
    this.add({ kind: 'type', accepted: [nothing()], matchCase: false, matchAccents: false });
  }

  protected addList(): void {
    const options = ['a', 'b'].map((id, at) => ({ id, text: nothing(), correct: at === 0 }));
    this.add({ kind: 'choose', options });
  }

  /** Blanks have short names, as the author writes them into the text: `[1]`, `[2]`. The text gets the new one at its end. */
  private add(
    blank: Omit<Extract<Blank, { kind: 'type' }>, 'id'> | Omit<Extract<Blank, { kind: 'choose' }>, 'id'>,
  ): void {
    const { text, blanks } = this.body();
    let n = blanks.length + 1;
    while (blanks.some(({ id }) => id === String(n))) n++;
    const grown = (body: string) => (body.trim() ? `${body} [${n}]` : body);
    this.change({
      text: { en: `${text.en} [${n}]`.trim(), es: grown(text.es) },
      blanks: [...blanks, { id: String(n), ...blank }],
    });
  }
}
