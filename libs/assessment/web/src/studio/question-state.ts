import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type QuestionDraft } from '@haven/assessment/contract';
import { isReady, lacksOf } from '@haven/assessment/contract/plain';
import { Announcer, HvButton, HvNotice, HvTag } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';

/** Whether a question is a draft or ready, what it lacks, and the way from one to the other. */
@Component({
  selector: 'haven-question-state',
  imports: [HvButton, HvNotice, HvTag],
  host: { class: 'edit-part' },
  template: `
    <h3 class="cluster">
      {{ t('title') }}
      <hv-tag [tone]="question().ready ? 'teal' : 'lamp'">{{ t(question().ready ? 'ready' : 'draft') }}</hv-tag>
    </h3>
    <p>{{ t(question().ready ? 'readyBody' : 'draftBody') }}</p>
    @if (lacks().length) {
      <ul class="lacks">
        @for (lack of lacks(); track lack) {
          <li>{{ t('lacks.' + lack) }}</li>
        }
      </ul>
    }
    @if (said(); as said) {
      <hv-notice tone="bad" role="alert">
        <p>{{ t(said) }}</p>
      </hv-notice>
    }
    <p>
      <button hvButton="quiet" type="button" [attr.aria-busy]="busy()" (click)="turn()">
        {{ t(question().ready ? 'back' : 'call') }}
      </button>
    </p>
  `,
})
export class QuestionState {
  readonly question = input.required<QuestionDraft>();
  /** Saves what is being written, and answers the question as it is then; null where it cannot be saved. */
  readonly settle = input.required<() => Promise<QuestionDraft | null>>();
  readonly changed = output<QuestionDraft>();

  private readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  private readonly announcer = inject(Announcer);
  protected readonly busy = signal(false);
  protected readonly said = signal<'unsaved' | 'missing' | 'stale' | 'failed' | null>(null);
  protected readonly lacks = computed(() => lacksOf(this.question().content));

  protected t(key: string): string {
    return this.i18n.t(`bank.state.${key}`);
  }

  protected async turn(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.said.set(null);
    try {
      const saved = await this.settle()();
      if (saved) await this.send(saved);
      else this.said.set('unsaved');
    } catch (error) {
      this.said.set(problemOf(error)?.code === 'stale' ? 'stale' : 'failed');
    } finally {
      this.busy.set(false);
    }
  }

  private async send({ id, version, ready, content }: QuestionDraft): Promise<void> {
    if (!ready && !isReady(content)) return this.said.set('missing');
    this.changed.emit(await this.client.mark(id, !ready, version));
    this.announcer.say(this.t(ready ? 'saidDraft' : 'saidReady'));
  }
}
