import { Component, computed, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import { type StudioLesson } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvDialog, HvField } from '@haven/shared/ui';
import { type Answers, type Ask, faultsOf, type Part, partsOf } from './ask';

/** Asks where a link leads, or what a block points at. */
@Component({
  selector: 'haven-ask-dialog',
  imports: [HvButton, HvControl, HvDialog, HvField],
  template: `
    <hv-dialog
      [heading]="heading()"
      [closeLabel]="i18n.t('text.ask.cancel')"
      [open]="ask() !== null"
      (openChange)="$event || closed.emit()"
    >
      <form class="stack" novalidate (submit)="$event.preventDefault(); submit()">
        @for (part of parts(); track part) {
          <hv-field [label]="i18n.t('text.ask.' + part)" [hint]="hint(part)" [errors]="errorsAt(part)">
            @if (part === 'lesson' || part === 'target') {
              <select #choice hvControl (change)="write(part, choice.value)">
                @if (part === 'target') {
                  <option value="" [selected]="!answers().target">{{ i18n.t('text.ask.outside') }}</option>
                } @else if (!answers().lesson) {
                  <option value="" selected>{{ i18n.t('text.ask.choose') }}</option>
                }
                @for (lesson of lessonsFor(part); track lesson.id) {
                  <option
                    [value]="lesson.slug"
                    [selected]="lesson.slug === answers()[part]"
                    [attr.lang]="i18n.lang(lesson.title)"
                  >
                    {{ i18n.text(lesson.title) }}
                  </option>
                }
              </select>
            } @else {
              <input
                #entry
                hvControl
                [attr.inputmode]="part === 'href' || part === 'address' ? 'url' : null"
                [attr.lang]="isWords(part) ? lang() : null"
                [value]="answers()[part] ?? ''"
                (input)="write(part, entry.value)"
              />
            }
          </hv-field>
        }
        <p class="cluster">
          <button hvButton type="submit">{{ i18n.t(ask()?.changing ? 'text.ask.change' : 'text.ask.insert') }}</button>
          @if (ask()?.changing && ask()?.kind === 'link') {
            <button hvButton="quiet" type="button" (click)="unlinked.emit()">{{ i18n.t('text.ask.unlink') }}</button>
          }
        </p>
      </form>
    </hv-dialog>
  `,
})
export class AskDialog {
  readonly ask = input.required<Ask | null>();
  readonly lessons = input.required<readonly StudioLesson[]>();
  /** The language of the text, as `lang` has it. */
  readonly lang = input.required<string>();
  readonly answered = output<Answers>();
  readonly unlinked = output();
  readonly closed = output();

  protected readonly i18n = inject(I18n);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly answers = signal<Answers>({});
  private readonly attempted = signal(false);

  protected readonly parts = computed(() => {
    const ask = this.ask();
    return ask ? partsOf(ask, this.answers()) : [];
  });
  protected readonly heading = computed(() => this.i18n.t(`text.ask.heading.${this.ask()?.kind ?? 'link'}`));
  private readonly faults = computed(() => {
    const ask = this.ask();
    return ask ? faultsOf(ask, this.answers()) : {};
  });

  constructor() {
    effect(() => {
      const ask = this.ask();
      untracked(() => {
        this.answers.set(ask?.answers ?? {});
        this.attempted.set(false);
      });
    });
  }

  protected readonly isWords = (part: Part) => ['words', 'title', 'label', 'term'].includes(part);

  protected readonly lessonsFor = (part: Part) =>
    part === 'lesson' ? this.lessons().filter(({ kind }) => kind === 'recording') : this.lessons();

  protected hint(part: Part): string {
    return part === 'from' || part === 'to' || part === 'at' ? this.i18n.t(`text.ask.hints.${part}`) : '';
  }

  protected errorsAt(part: Part): string[] {
    const fault = this.attempted() ? this.faults()[part] : undefined;
    return fault ? [this.i18n.t(`text.ask.faults.${fault}`)] : [];
  }

  protected write(part: Part, answer: string): void {
    this.answers.update((answers) => ({ ...answers, [part]: answer }));
  }

  protected submit(): void {
    this.attempted.set(true);
    const wrong = this.parts().findIndex((part) => this.faults()[part]);
    if (wrong < 0) return this.answered.emit(this.answers());
    this.host.querySelectorAll<HTMLElement>('.control')[wrong]?.focus();
  }
}
