import { Component, inject, input } from '@angular/core';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type Both, nothing } from '../question-model';
import { changed, without } from './edit-part';
import { TwoTexts } from './two-texts';

/** What is accepted when it is typed. */
export interface Typed {
  accepted: Both[];
  matchCase: boolean;
  matchAccents: boolean;
}

/** The texts that are accepted for something typed, and what of them must be exact. */
@Component({
  selector: 'haven-accepted-texts',
  imports: [HvButton, TwoTexts],
  host: { class: 'edit-part' },
  template: `
    <p class="hint">{{ i18n.t('editing.question.acceptedHint') }}</p>
    <ol class="rows">
      @for (text of typed().accepted; track $index; let i = $index) {
        <li class="answer answer-plain">
          <haven-two-texts
            [label]="label(i)"
            [path]="path() + 'accepted.' + i"
            [text]="text"
            [at]="at()"
            [rows]="1"
            (written)="put()({ accepted: changed(typed().accepted, i, $event) })"
          />
          <button class="link-button" type="button" (click)="put()({ accepted: without(typed().accepted, i) })">
            {{ i18n.t('editing.question.remove') }} <span class="visually-hidden">{{ label(i) }}</span>
          </button>
        </li>
      }
    </ol>
    <div class="cluster">
      <button hvButton="quiet" type="button" (click)="put()({ accepted: [...typed().accepted, nothing()] })">
        {{ i18n.t('editing.question.addAccepted') }}
      </button>
      <label class="check">
        <input
          type="checkbox"
          [checked]="typed().matchCase"
          (change)="put()({ matchCase: $any($event.target).checked })"
        />
        {{ i18n.t('editing.question.matchCase') }}
      </label>
      <label class="check">
        <input
          type="checkbox"
          [checked]="typed().matchAccents"
          (change)="put()({ matchAccents: $any($event.target).checked })"
        />
        {{ i18n.t('editing.question.matchAccents') }}
      </label>
    </div>
  `,
})
export class AcceptedTexts {
  readonly typed = input.required<Typed>();
  /** Before `accepted` in the paths of errors: empty, or `blanks.0.`. */
  readonly path = input('');
  readonly at = input.required<(path: string) => string[]>();
  readonly put = input.required<(part: Partial<Typed>) => void>();

  protected readonly i18n = inject(I18n);
  protected readonly changed = changed;
  protected readonly without = without;
  protected readonly nothing = nothing;

  protected label(index: number): string {
    return this.i18n.t('editing.question.accepted', { n: index + 1 });
  }
}
