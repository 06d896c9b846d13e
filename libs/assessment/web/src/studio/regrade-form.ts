import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Gradings } from '@haven/assessment/contract';
import { type Text } from '@haven/shared/contract';
import { HvButton, HvControl, HvField, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, problemOf, readAgain } from '@haven/shared/web';
import { QuizStudioClient } from './quiz-studio-client';

/** A question of a quiz, or one that it drew. */
export interface GradedQuestion {
  readonly id: string;
  readonly prompt: Text;
}

/** Grades a question by its corrected key, after showing what that changes. Credit falls only where that is asked for. */
@Component({
  selector: 'haven-regrade-form',
  imports: [HvButton, HvControl, HvField, HvLoadError, HvNotice, HvSkeleton, RouterLink],
  host: { class: 'edit-part' },
  template: `
    <h2>{{ t('key.title') }}</h2>
    <p>{{ t('key.lead') }}</p>
    <form class="stack" novalidate (submit)="$event.preventDefault(); grade()">
      <hv-field [label]="t('question')">
        <select hvControl (change)="chosen.set(value($event))">
          @for (question of questions(); track question.id; let n = $index) {
            <option [value]="question.id" [selected]="question.id === chosen()">
              {{ n + 1 }}. {{ i18n.text(question.prompt) }}
            </option>
          }
        </select>
      </hv-field>
      <div aria-live="polite">
        @if (preview.error()) {
          <hv-load-error
            [level]="2"
            [heading]="t('key.failed')"
            [message]="t('failed')"
            [retryLabel]="t('retry')"
            (retry)="preview.reload()"
          />
        } @else if (preview.hasValue() && !preview.isLoading()) {
          @for (line of lines(); track line) {
            <p>{{ line }}</p>
          }
          @if (others().length) {
            <p>{{ t('key.others') }}</p>
            <ul>
              @for (other of others(); track other.id) {
                <li [attr.lang]="i18n.lang(other.title)">
                  @if (other.link; as link) {
                    <a [routerLink]="i18n.path(link + '/grades')" [queryParams]="{ question: chosen() }">{{
                      i18n.text(other.title)
                    }}</a>
                  } @else {
                    {{ i18n.text(other.title) }}
                  }
                </li>
              }
            </ul>
          }
        } @else {
          <hv-skeleton [lines]="2" [label]="t('key.looking')" />
        }
      </div>
      @if (gradable()) {
        <label class="check">
          <input type="checkbox" [checked]="lower()" (change)="lower.set(checked($event))" />
          <span>{{ t('key.lower') }}</span>
        </label>
        <p class="small">{{ t('key.lowerHint') }}</p>
        <p>
          <button hvButton type="submit" [attr.aria-busy]="busy()">{{ t('key.grade') }}</button>
        </p>
      }
      @if (said(); as said) {
        <hv-notice [tone]="said === 'key.graded' ? 'good' : 'bad'" role="alert">
          <p>{{ t(said) }}</p>
        </hv-notice>
      }
    </form>
  `,
})
export class RegradeForm {
  readonly quiz = input.required<string>();
  readonly questions = input.required<readonly GradedQuestion[]>();
  /** The question that is chosen first. */
  readonly question = input<string>();
  readonly changed = output<Gradings>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(QuizStudioClient);
  protected readonly chosen = linkedSignal(
    () => this.questions().find(({ id }) => id === this.question())?.id ?? this.questions()[0]?.id ?? '',
  );
  private readonly asked = computed(() => (this.chosen() ? { quiz: this.quiz(), question: this.chosen() } : undefined));
  protected readonly preview = this.client.regrade(this.asked);
  private readonly elsewhere = this.client.others(this.asked);
  protected readonly others = computed(() => (this.elsewhere.hasValue() ? this.elsewhere.value().quizzes : []));
  protected readonly lower = signal(false);
  protected readonly busy = signal(false);
  protected readonly said = signal<'key.graded' | 'stale' | 'failed' | null>(null);
  private readonly known = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly gradable = computed(() => {
    const known = this.known();
    return known?.number && (known.few || (known.counts?.attempts ?? 0) > 0);
  });
  /** What the preview says, a sentence each. */
  protected readonly lines = computed(() => {
    const known = this.known();
    if (!known) return [];
    if (known.number === null) return [this.t('key.unpublished')];
    return [...(known.unpublished ? [this.t('key.draft')] : []), ...this.effect(known.few, known.counts)];
  });

  private effect(
    few: boolean,
    counts: { attempts: number; up: number; down: number; pass: number; fail: number } | null,
  ) {
    const n = (key: string, count: number) => this.i18n.n(`editing.grading.key.${key}`, count);
    if (few || !counts) return [this.t('key.few')];
    const { attempts, up, down, pass, fail } = counts;
    if (attempts === 0) return [this.t('key.nobody')];
    return [
      n('attempts', attempts),
      up + down > 0
        ? this.i18n.n('editing.grading.key.change', up + down, {
            up: this.i18n.number(up),
            down: this.i18n.number(down),
          })
        : this.t('key.same'),
      ...(pass > 0 ? [n('pass', pass)] : []),
      ...(down > 0 ? [n('fall', down)] : []),
      ...(fail > 0 ? [n('fail', fail)] : []),
    ];
  }

  protected t(key: string): string {
    return this.i18n.t(`editing.grading.${key}`);
  }

  protected value(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected async grade(): Promise<void> {
    const known = this.known();
    if (this.busy() || !known?.number) return;
    this.busy.set(true);
    this.said.set(null);
    try {
      const order = { question: known.question, number: known.number, lower: this.lower() };
      this.changed.emit(await this.client.grade(this.quiz(), { kind: 'key', ...order }));
      this.said.set('key.graded');
    } catch (error) {
      this.said.set(problemOf(error)?.code === 'stale' ? 'stale' : 'failed');
    } finally {
      this.busy.set(false);
      readAgain(this.preview);
    }
  }
}
