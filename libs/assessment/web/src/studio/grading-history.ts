import { Component, inject, input, output, signal } from '@angular/core';
import { type Grading, type Gradings } from '@haven/assessment/contract';
import { HvButton, HvNotice, HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';
import { type GradedQuestion } from './regrade-form';

/** Everything that was done to the grades of a quiz, the newest first, each with a way back. */
@Component({
  selector: 'haven-grading-history',
  imports: [HvButton, HvNotice, HvTag],
  host: { class: 'edit-part' },
  template: `
    <h2>{{ t('history.title') }}</h2>
    @if (failed()) {
      <hv-notice tone="bad" role="alert">
        <p>{{ t('failed') }}</p>
      </hv-notice>
    }
    @if (gradings().items.length) {
      <ol class="rows measure" reversed>
        @for (grading of gradings().items; track grading.id) {
          <li class="studio-row">
            <h3 class="studio-row-title cluster">
              {{ what(grading) }}
              @if (grading.undone) {
                <hv-tag>{{ t('history.undone') }}</hv-tag>
              }
            </h3>
            @if (promptOf(grading); as prompt) {
              <p [attr.lang]="i18n.lang(prompt)">{{ i18n.text(prompt) }}</p>
            }
            @if (grading.reason) {
              <p>{{ grading.reason }}</p>
            }
            <p class="small">{{ who(grading) }}</p>
            @if (grading.kind !== 'undo' && !grading.undone) {
              <p>
                <button hvButton="quiet" type="button" [attr.aria-label]="undoLabel(grading)" (click)="undo(grading)">
                  {{ t('history.undo') }}
                </button>
              </p>
            }
          </li>
        }
      </ol>
    } @else {
      <p>{{ t('history.empty') }}</p>
    }
  `,
})
export class GradingHistory {
  readonly quiz = input.required<string>();
  readonly gradings = input.required<Gradings>();
  readonly questions = input.required<readonly GradedQuestion[]>();
  readonly changed = output<Gradings>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly failed = signal(false);

  protected t(key: string): string {
    return this.i18n.t(`editing.grading.${key}`);
  }

  protected what({ kind, lower, percent }: Grading): string {
    const key = kind === 'key' && lower ? 'lowered' : kind;
    return this.i18n.t(`editing.grading.history.${key}`, { percent: this.i18n.number(percent ?? 0) });
  }

  protected promptOf({ question }: Grading) {
    return this.questions().find(({ id }) => id === question)?.prompt ?? null;
  }

  protected who({ at, by }: Grading): string {
    const date = this.i18n.date(at, { dateStyle: 'long', timeStyle: 'short' });
    return this.i18n.t('editing.grading.history.by', { date, name: by ?? this.t('history.nobody') });
  }

  protected undoLabel(grading: Grading): string {
    return `${this.t('history.undo')}: ${this.what(grading)}, ${this.who(grading)}`;
  }

  protected async undo({ id }: Grading): Promise<void> {
    this.failed.set(false);
    try {
      this.changed.emit(await this.client.grade(this.quiz(), { kind: 'undo', grading: id }));
    } catch {
      this.failed.set(true);
    }
  }
}
