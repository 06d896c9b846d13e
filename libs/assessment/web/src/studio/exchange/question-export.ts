import { Component, computed, inject, input, signal } from '@angular/core';
import { type QuestionDraft } from '@haven/assessment/contract';
import { giftCarries, qtiCarries } from '@haven/assessment/contract/carries';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { HvButton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type ExportFormat, QuizStudioClient } from '../quiz-studio-client';

const formats: { name: ExportFormat; carries: typeof giftCarries }[] = [
  { name: 'gift', carries: giftCarries },
  { name: 'qti', carries: qtiCarries },
];

/** The questions of a draft as files, each with what it leaves out. */
@Component({
  selector: 'haven-question-export',
  imports: [HvButton],
  host: { class: 'edit-part publish-part' },
  template: `
    <h2>{{ t('out.title') }}</h2>
    @if (questions().length) {
      <p class="measure">{{ t('out.lead') }}</p>
      <fieldset class="plain-set">
        <legend class="label">{{ t('lang') }}</legend>
        @for (one of locales; track one) {
          <label class="check">
            <input type="radio" name="export-lang" [checked]="lang() === one" (change)="lang.set(one)" />
            <span>{{ i18n.t('editing.languages.' + one) }}</span>
          </label>
        }
      </fieldset>
      @for (format of offered(); track format.name) {
        <div class="stack">
          <h3>{{ t('out.' + format.name) }}</h3>
          @if (format.missing.length) {
            <p>{{ t('out.but') }}</p>
            <ul class="out-missing">
              @for (one of format.missing; track one.n) {
                <li>{{ t('out.one', one) }}</li>
              }
            </ul>
          } @else {
            <p>{{ t('out.all') }}</p>
          }
          <p>
            <a hvButton="quiet" download [href]="format.address">{{
              t('out.download', { format: format.name.toUpperCase() })
            }}</a>
          </p>
        </div>
      }
    } @else {
      <p>{{ t('out.empty') }}</p>
    }
  `,
})
export class QuestionExport {
  readonly quiz = input.required<string>();
  readonly questions = input.required<readonly QuestionDraft[]>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly locales = locales;
  protected readonly lang = signal<Locale>(this.i18n.locale());
  protected readonly offered = computed(() =>
    formats.map(({ name, carries }) => ({
      name,
      address: this.client.exportAddress(this.quiz(), name, this.lang()),
      missing: this.questions().flatMap(({ content }, at) =>
        carries(content) ? [] : [{ n: at + 1, kind: this.i18n.t(`editing.question.kinds.${content.kind}`) }],
      ),
    })),
  );

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`exchange.${key}`, params);
  }
}
