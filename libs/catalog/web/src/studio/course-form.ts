import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  type OnInit,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form } from '@angular/forms/signals';
import {
  AsideText,
  type Autosave,
  Autosaves,
  AutosaveState,
  ConflictChoice,
  contractIssues,
  controlFor,
  type Outcome,
  type TextPart,
  validateContract,
} from '@haven/identity/web/editing';
import { CourseWords, type StudioCourse } from '@haven/catalog/contract';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvButton, HvErrorSummary } from '@haven/shared/ui';
import { CourseFields } from './course-fields';
import { blankCourse, courseIssueWords, CourseModel, isSendable, toCourseModel, toCourseWords } from './course-model';

type Save = (model: CourseModel, version: number, was: CourseModel) => Promise<Outcome<CourseModel>>;

/** The words of a course that is there, saved by themselves. */
@Component({
  selector: 'haven-course-form',
  imports: [AsideText, AutosaveState, ConflictChoice, CourseFields, HvButton, HvErrorSummary],
  template: `
    @if (summary().length) {
      <hv-error-summary [heading]="i18n.t('editing.errors.heading')" [errors]="summary()" />
    }
    @if (text().phase() === 'conflict') {
      <haven-conflict-choice [mine]="mine()" [theirs]="theirs()" (keep)="text().keepMine()" (take)="takeTheirs()" />
    }
    @if (aside().length) {
      <haven-aside-text [parts]="aside()" (done)="text().aside.set(null)" />
    }
    <form class="stack" novalidate (submit)="$event.preventDefault(); saveNow()">
      <haven-course-fields [fields]="form" [at]="at" />
      <div class="cluster save-bar">
        <button hvButton="quiet" type="submit">{{ i18n.t('editing.save') }}</button>
        <haven-autosave-state [text]="text()" />
      </div>
    </form>
  `,
})
export class CourseForm implements OnInit {
  readonly draft = input.required<StudioCourse>();
  readonly save = input.required<Save>();

  protected readonly i18n = inject(I18n);
  private readonly autosaves = inject(Autosaves);
  private readonly until = inject(DestroyRef);
  private readonly fields = viewChild(CourseFields);

  protected readonly model = signal<CourseModel>(blankCourse);
  protected readonly form = form(this.model, (path) => validateContract(path, CourseWords, toCourseWords));
  private readonly attempted = signal(false);
  private readonly opened = signal<Autosave<CourseModel> | null>(null);

  protected readonly errors = computed(() =>
    contractIssues(this.form().errors()).map((issue) => ({
      path: issue.path,
      message: courseIssueWords(this.i18n, issue),
    })),
  );
  protected readonly summary = computed(() =>
    this.attempted()
      ? this.errors().map(({ path, message }) => ({
          field: controlFor(this.fields()?.controls() ?? [], path),
          message,
        }))
      : [],
  );
  protected readonly at = (path: string) => {
    const shown = this.attempted() || this.text().phase() === 'invalid';
    return shown ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];
  };
  protected readonly mine = computed(() => this.partsOf(this.model()));
  protected readonly theirs = computed(() => this.partsOf(this.text().theirs()?.value));
  protected readonly aside = computed(() => this.partsOf(this.text().aside() ?? undefined));

  constructor() {
    effect(() => {
      const model = this.model();
      untracked(() => this.text().type(model, isSendable(model)));
    });
  }

  ngOnInit(): void {
    const key = `course.${this.draft().id}`;
    let was = toCourseModel(this.draft());
    const base = { version: this.draft().version, value: was };
    const text = this.autosaves.open(
      key,
      base,
      (model, version) => this.send(model, version, was, (now) => (was = now)),
      this.until,
    );
    const left = this.autosaves.left(key);
    const kept = CourseModel.safeParse(left?.value);
    const restored =
      left !== null && kept.success && text.restore({ version: left.version, value: kept.data }, isSendable(kept.data));
    this.model.set(restored ? kept.data : base.value);
    this.opened.set(text);
  }

  protected readonly text = (): Autosave<CourseModel> => {
    const text = this.opened();
    if (!text) throw new Error('The form is used before it is given its course.');
    return text;
  };

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

  /** What is on the server now is what the next writing goes over: what was just sent, or theirs once it was shown. */
  private async send(model: CourseModel, version: number, was: CourseModel, know: (now: CourseModel) => void) {
    const outcome = await this.save()(model, version, was);
    if (outcome.kind === 'saved') know(model);
    if (outcome.kind === 'stale') know(outcome.theirs.value);
    return outcome;
  }

  private partsOf(model: CourseModel | undefined): TextPart[] {
    if (!model) return [];
    const t = (key: string) => this.i18n.t(key);
    return (['title', 'summary'] as const).flatMap((part) =>
      locales.map((lang) => ({
        label: `${t(`studio.lesson.${part}`)}, ${t(`editing.languages.${lang}`)}`,
        text: model[part][lang],
        lang,
      })),
    );
  }
}
