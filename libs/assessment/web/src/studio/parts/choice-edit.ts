import { Component, inject } from '@angular/core';
import { HvButton, HvIcon, Ids } from '@haven/shared/ui';
import { type PastedLine } from '../pasted';
import { freeId, nothing } from '../question-model';
import { changed, EditPart, without } from './edit-part';
import { PasteList } from './paste-list';
import { TwoTexts } from './two-texts';

/** The options of a choice, with the marks of what is right. */
@Component({
  selector: 'haven-choice-edit',
  imports: [HvButton, HvIcon, PasteList, TwoTexts],
  template: `
    <fieldset class="plain-set">
      <legend class="label">{{ t('options') }}</legend>
      <p class="hint">{{ t('optionsHint') }}</p>
      @for (error of at()('options'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <ol class="rows">
        @for (option of body().options; track option.id; let i = $index) {
          <li class="answer">
            <label class="check">
              <input
                [attr.type]="kind() === 'single' ? 'radio' : 'checkbox'"
                [name]="group"
                [checked]="option.correct"
                (change)="mark(i, $any($event.target).checked)"
              />
              <span class="visually-hidden">{{ t('right', { n: i + 1 }) }}</span>
            </label>
            <haven-two-texts
              [label]="t('option', { n: i + 1 })"
              [path]="'options.' + i + '.text'"
              [text]="option.text"
              [at]="at()"
              (written)="change({ options: changed(body().options, i, { text: $event }) })"
            />
            <button class="link-button" type="button" (click)="remove(i)">
              {{ t('remove') }}
              <span class="visually-hidden">{{ t('option', { n: i + 1 }) }}</span>
            </button>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="add()">{{ t('add') }}</button>
      </p>
      <haven-paste-list (lines)="take($event)" />
    </fieldset>
  `,
})
export class ChoiceEdit extends EditPart<'single' | 'multiple'> {
  protected readonly changed = changed;
  /** A question may hold several choices, as blanks with lists do: each has a group of radios of its own. */
  protected readonly group = inject(Ids).next('right');

  protected mark(index: number, correct: boolean): void {
    const several = this.kind() === 'multiple';
    this.change({
      options: this.body().options.map((option, i) => ({
        ...option,
        correct: i === index ? correct : several && option.correct,
      })),
    });
  }

  protected add(): void {
    const { options } = this.body();
    this.change({ options: [...options, { id: freeId(options), text: nothing(), correct: false }] });
    this.say('added', { n: options.length + 1 });
  }

  protected remove(index: number): void {
    this.change({ options: without(this.body().options, index) });
    this.say('removed', { n: index + 1 });
  }

  /** Pasted lines take the place of what is empty. In a single choice the first mark counts, if none was set. */
  protected take(lines: readonly PastedLine[]): void {
    const written = this.body().options.filter(({ text }) => text.en.trim() || text.es.trim());
    let free = this.kind() === 'multiple' || !written.some(({ correct }) => correct);
    const options = [...written];
    for (const { text, right } of lines) {
      options.push({ id: freeId(options), text, correct: right && free });
      if (right && this.kind() === 'single') free = false;
    }
    this.change({ options });
    this.say('paste.taken', { n: lines.length });
  }
}
