import { afterNextRender, Component, computed, inject, Injector, input, type OnInit, signal } from '@angular/core';
import { Feedback, type QuizDraft, type QuizPool } from '@haven/assessment/contract';
import {
  Autosaved,
  AutosaveNotices,
  AutosaveState,
  controlFor,
  type Outcome,
  PathControl,
  PathControls,
  type TextPart,
} from '@haven/identity/web/editing';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { faultsOf, type Pool, poolsOf, RulesModel, toRulesModel } from './rules-model';

type Save = (model: RulesModel, version: number) => Promise<Outcome<RulesModel>>;

/** The rules of a quiz and the tags of its questions, saved by themselves. */
@Component({
  selector: 'haven-quiz-rules-form',
  imports: [AutosaveNotices, AutosaveState, HvButton, HvControl, HvField, PathControl],
  providers: [PathControls],
  templateUrl: './quiz-rules-form.html',
  host: { class: 'edit-part' },
})
export class QuizRulesForm implements OnInit {
  readonly draft = input.required<QuizDraft>();
  readonly save = input.required<Save>();
  /** What there is to draw in other quizzes; null while that is not known. */
  readonly elsewhere = input.required<readonly QuizPool[] | null>();

  protected readonly i18n = inject(I18n);

  private readonly controls = inject(PathControls).all;
  private readonly injector = inject(Injector);
  protected readonly numbers = ['passMark', 'attempts', 'coolDown', 'timeLimit'] as const;
  protected readonly switches = ['shuffle', 'shuffleQuestions'] as const;
  protected readonly model = signal<RulesModel>(
    toRulesModel({
      rules: {
        ...{ passMark: 0, shuffle: true, practice: false, shuffleQuestions: false, feedback: 'submit' },
        ...{ attempts: null, coolDown: 0, timeLimit: null, draws: [] },
      },
      questions: [],
    }),
  );
  protected readonly writing = new Autosaved<RulesModel>({
    model: this.model,
    isSendable: (model) => faultsOf(model).size === 0,
    parts: (model) => this.partsOf(model),
  });
  /** Practice shows what is right in any case. */
  protected readonly feedbacks = computed(() =>
    this.model().practice ? Feedback.options.slice(0, 2) : Feedback.options,
  );
  protected readonly pools = computed(() => poolsOf(this.model(), this.elsewhere() ?? []));
  /** The tags of other quizzes that are not used here yet. */
  protected readonly others = computed(() => {
    const used = new Set(this.pools().map(({ tag }) => tag));
    return (this.elsewhere() ?? []).filter(({ tag, practice }) => practice === this.model().practice && !used.has(tag));
  });
  private readonly faults = computed(() => faultsOf(this.model()));
  protected readonly summary = computed(() =>
    this.writing.attempted()
      ? [...this.faults()].map((path) => ({ field: controlFor(this.controls(), path), message: this.words(path) }))
      : [],
  );

  ngOnInit(): void {
    const key = `quiz-rules.${this.draft().id}`;
    const base = { version: this.draft().version, value: toRulesModel(this.draft()) };
    this.writing.open(key, base, this.save(), RulesModel);
  }

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`editing.rules.${key}`, params);
  }

  protected at(path: string): string[] {
    const shown = this.writing.showsFaults();
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

  /** How many a draw chooses from; of other quizzes nothing is said before it is known. */
  protected sizeIn(pool: Pool, shared: boolean): string {
    const where = shared ? 'shared' : 'own';
    if (shared && !this.elsewhere()) return this.t(where);
    return this.i18n.n(`editing.rules.${where}Size`, shared ? pool.all : pool.own);
  }

  /** What to write in the field of a draw. */
  protected hintOf({ tag, all, shared }: Pool): string {
    if (!shared) return this.t('countHint');
    const asked = Number(this.model().counts[tag]);
    return this.t(this.elsewhere() && asked > all ? 'sharedShort' : 'sharedHint');
  }

  protected share(tag: string, shared: boolean): void {
    const others = this.model().shared.filter((one) => one !== tag);
    this.change({ shared: shared ? [...others, tag] : others });
  }

  /** A draw from other quizzes with a tag that no question of this one has. */
  protected addShared(tag: string): void {
    this.change({ shared: [...this.model().shared, tag] });
    this.focusOn(`counts.${tag}`);
  }

  protected removeShared(tag: string): void {
    const { [tag]: _, ...counts } = this.model().counts;
    this.change({ shared: this.model().shared.filter((one) => one !== tag), counts });
    this.focusOn('shared');
  }

  private focusOn(path: string): void {
    afterNextRender(() => document.getElementById(controlFor(this.controls(), path))?.focus(), {
      injector: this.injector,
    });
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  private words(path: string): string {
    return this.t(`errors.${path.split('.')[0]}`, { tag: path.split('.').slice(1).join('.') });
  }

  private partsOf(model: RulesModel): TextPart[] {
    const part = (key: string, text: string) => ({ label: this.t(key), text, lang: null });
    return [
      part('purpose', this.t(model.practice ? 'practice' : 'graded')),
      ...this.numbers.map((field) => part(field, model[field])),
      part('feedback', this.t(`feedbacks.${model.feedback}`)),
      part('order', this.switches.flatMap((field) => (model[field] ? [this.t(field)] : [])).join('; ')),
      part(
        'draw',
        poolsOf(model)
          .map(({ tag, own, shared }) => `${tag}: ${model.counts[tag] || own}${shared ? ` (${this.t('shared')})` : ''}`)
          .join('; '),
      ),
    ];
  }
}
