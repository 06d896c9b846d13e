import { Component, computed, inject, input, type OnInit, signal, viewChild } from '@angular/core';
import { form } from '@angular/forms/signals';
import {
  Autosaved,
  AutosaveNotices,
  AutosaveState,
  contractIssues,
  controlFor,
  type Outcome,
  type TextPart,
  validateContract,
} from '@haven/identity/web/editing';
import { CourseWords, type StudioCourse } from '@haven/catalog/contract';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvButton } from '@haven/shared/ui';
import { CourseFields } from './course-fields';
import { blankCourse, courseIssueWords, CourseModel, isSendable, toCourseModel, toCourseWords } from './course-model';

type Save = (model: CourseModel, version: number, was: CourseModel) => Promise<Outcome<CourseModel>>;

/** The words of a course that is there, saved by themselves. */
@Component({
  selector: 'haven-course-form',
  imports: [AutosaveNotices, AutosaveState, CourseFields, HvButton],
  host: { class: 'course-form' },
  template: `
    <haven-autosave-notices [of]="writing" [errors]="summary()" />
    <form class="stack" novalidate (submit)="$event.preventDefault(); writing.saveNow()">
      <haven-course-fields [fields]="form" [at]="at" />
      <div class="cluster save-bar">
        <button hvButton="quiet" type="submit">{{ i18n.t('editing.save') }}</button>
        <haven-autosave-state [text]="writing.text()" />
      </div>
    </form>
  `,
})
export class CourseForm implements OnInit {
  readonly draft = input.required<StudioCourse>();
  readonly save = input.required<Save>();

  protected readonly i18n = inject(I18n);
  private readonly fields = viewChild(CourseFields);

  protected readonly model = signal<CourseModel>(blankCourse);
  protected readonly form = form(this.model, (path) => validateContract(path, CourseWords, toCourseWords));
  protected readonly writing = new Autosaved<CourseModel>({
    model: this.model,
    isSendable,
    parts: (model) => this.partsOf(model),
  });

  protected readonly errors = computed(() =>
    contractIssues(this.form().errors()).map((issue) => ({
      path: issue.path,
      message: courseIssueWords(this.i18n, issue),
    })),
  );
  protected readonly summary = computed(() =>
    this.writing.attempted()
      ? this.errors().map(({ path, message }) => ({
          field: controlFor(this.fields()?.controls() ?? [], path),
          message,
        }))
      : [],
  );
  protected readonly at = (path: string) => {
    const shown = this.writing.showsFaults();
    return shown ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];
  };

  ngOnInit(): void {
    const key = `course.${this.draft().id}`;
    let was = toCourseModel(this.draft());
    const base = { version: this.draft().version, value: was };
    this.writing.open(key, base, (model, version) => this.send(model, version, was, (now) => (was = now)), CourseModel);
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  /** What is on the server now is what the next writing goes over: what was just sent, or theirs once it was shown. */
  private async send(model: CourseModel, version: number, was: CourseModel, know: (now: CourseModel) => void) {
    const outcome = await this.save()(model, version, was);
    if (outcome.kind === 'saved') know(model);
    if (outcome.kind === 'stale') know(outcome.theirs.value);
    return outcome;
  }

  private partsOf(model: CourseModel): TextPart[] {
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
