import { Component, computed, DestroyRef, effect, inject, input, type OnInit, signal, untracked } from '@angular/core';
import { Feedback, type QuizDraft } from '@haven/assessment/contract';
import {
  AsideText,
  type Autosave,
  Autosaves,
  AutosaveState,
  ConflictChoice,
  controlFor,
  type Outcome,
  PathControl,
  PathControls,
  type TextPart,
} from '@haven/identity/web/editing';
import { HvButton, HvControl, HvErrorSummary, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { faultsOf, poolsOf, RulesModel, toRulesModel } from './rules-model';

type Save = (model: RulesModel, version: number) => Promise<Outcome<RulesModel>>;

/** The rules of a quiz and the tags of its questions, saved by themselves. */
@Component({
  selector: 'haven-quiz-rules-form',
  imports: [AsideText, AutosaveState, ConflictChoice, HvButton, HvControl, HvErrorSummary, HvField, PathControl],
  providers: [PathControls],
  templateUrl: './quiz-rules-form.html',
  host: { class: 'edit-part' },
})
export class QuizRulesForm implements OnInit {
  readonly draft = input.required<QuizDraft>();
  readonly save = input.required<Save>();

  protected readonly i18n = inject(I18n);
  private readonly autosaves = inject(Autosaves);
  private readonly until = inject(DestroyRef);

  private readonly controls = inject(PathControls).all;
  protected readonly numbers = ['passMark', 'attempts', 'coolDown', 'timeLimit'] as const;
  protected readonly switches = ['shuffle', 'shuffleQuestions'] as const;
  protected readonly feedbacks = Feedback.options;
  protected readonly model = signal<RulesModel>(
    toRulesModel({
      rules: {
        ...{ passMark: 0, shuffle: true, practice: false, shuffleQuestions: false, feedback: 'submit' },
        ...{ attempts: null, coolDown: 0, timeLimit: null, draws: [] },
      },
      questions: [],
    }),
  );
  private readonly attempted = signal(false);
  private readonly opened = signal<Autosave<RulesModel> | null>(null);
  protected readonly pools = computed(() => poolsOf(this.model()));
  private readonly faults = computed(() => faultsOf(this.model()));
  protected readonly summary = computed(() =>
    this.attempted()
      ? [...this.faults()].map((path) => ({ field: controlFor(this.controls(), path), message: this.words(path) }))
      : [],
  );
  protected readonly mine = computed(() => this.partsOf(this.model()));
  protected readonly theirs = computed(() => this.partsOf(this.text().theirs()?.value));
  protected readonly aside = computed(() => this.partsOf(this.text().aside() ?? undefined));

  constructor() {
    effect(() => {
      const [model, whole] = [this.model(), this.faults().size === 0];
      untracked(() => this.text().type(model, whole));
    });
  }

  ngOnInit(): void {
    const key = `quiz-rules.${this.draft().id}`;
    const base = { version: this.draft().version, value: toRulesModel(this.draft()) };
    const text = this.autosaves.open(key, base, this.save(), this.until);
    const left = this.autosaves.left(key);
    const kept = RulesModel.safeParse(left?.value);
    const restored =
      left !== null &&
      kept.success &&
      text.restore({ version: left.version, value: kept.data }, faultsOf(kept.data).size === 0);
    this.model.set(restored ? kept.data : base.value);
    this.opened.set(text);
  }

  protected readonly text = (): Autosave<RulesModel> => {
    const text = this.opened();
    if (!text) throw new Error('The form is used before it is given its quiz.');
    return text;
  };

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`editing.rules.${key}`, params);
  }

  protected at(path: string): string[] {
    const shown = this.attempted() || this.text().phase() === 'invalid';
    return shown && this.faults().has(path) ? [this.words(path)] : [];
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected change(part: Partial<RulesModel>): void {
    this.model.update((model) => ({ ...model, ...part }));
  }

  protected write(field: (typeof this.numbers)[number], event: Event): void {
    this.change({ [field]: this.value(event) });
  }

  protected flip(field: (typeof this.switches)[number]): void {
    this.change({ [field]: !this.model()[field] });
  }

  protected setFeedback(event: Event): void {
    this.change({ feedback: Feedback.parse(this.value(event)) });
  }

  protected put(record: 'tags' | 'counts', key: string, event: Event): void {
    this.change({ [record]: { ...this.model()[record], [key]: this.value(event) } });
  }

  protected saveNow(): Promise<void> {
    this.attempted.set(true);
    return this.text().flush();
  }

  protected takeTheirs(): void {
    this.model.set(this.text().takeTheirs());
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  async settle(): Promise<boolean> {
    await this.text().flush();
    return this.text().safe();
  }

  private words(path: string): string {
    return this.t(`errors.${path.split('.')[0]}`, { tag: path.split('.').slice(1).join('.') });
  }

  private partsOf(model: RulesModel | undefined): TextPart[] {
    if (!model) return [];
    const part = (key: string, text: string) => ({ label: this.t(key), text, lang: null });
    return [
      part('purpose', this.t(model.practice ? 'practice' : 'graded')),
      ...this.numbers.map((field) => part(field, model[field])),
      part('feedback', this.t(`feedbacks.${model.feedback}`)),
      part('order', this.switches.flatMap((field) => (model[field] ? [this.t(field)] : [])).join('; ')),
      part(
        'draw',
        poolsOf(model)
          .map(({ tag, size }) => `${tag}: ${model.counts[tag] || size}`)
          .join('; '),
      ),
    ];
  }
}
