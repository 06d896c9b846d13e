import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  type OnInit,
  output,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import {
  AsideText,
  type Autosave,
  Autosaves,
  AutosaveState,
  ConflictChoice,
  contractIssues,
  controlFor,
  type Outcome,
  PathControl,
  type TextPart,
  validateContract,
} from '@haven/identity/web/editing';
import { EditLesson, type LessonDraft, type StudioLesson } from '@haven/catalog/contract';
import { type Text } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvErrorSummary, HvField } from '@haven/shared/ui';
import { isSendable, lessonIssueWords, LessonModel, toEditLesson, toLessonModel } from './lesson-model';
import { MarkdownHelp } from './markdown-help';
import { WritingHints } from './writing/writing-hints';

/** The text of a lesson in both languages side by side, saved by itself. */
@Component({
  selector: 'haven-lesson-editor',
  imports: [
    AsideText,
    AutosaveState,
    ConflictChoice,
    FormField,
    HvButton,
    HvControl,
    HvErrorSummary,
    HvField,
    MarkdownHelp,
    PathControl,
    WritingHints,
  ],
  templateUrl: './lesson-editor.html',
  host: { class: 'lesson-editor' },
})
export class LessonEditor implements OnInit {
  readonly draft = input.required<LessonDraft>();
  readonly lessons = input<readonly StudioLesson[]>([]);
  /** Sends the text on the version it was written on. The page knows where to. */
  readonly save = input.required<(model: LessonModel, version: number) => Promise<Outcome<LessonModel>>>();
  /** The title as it is being written, and whether the form shows errors: for the page's heading and title. */
  readonly titled = output<{ title: Text; bad: boolean }>();

  protected readonly i18n = inject(I18n);
  private readonly autosaves = inject(Autosaves);
  private readonly until = inject(DestroyRef);
  private readonly controls = viewChildren(PathControl);

  protected readonly locales = locales;
  protected readonly model = signal<LessonModel>(
    toLessonModel({ en: { title: '', summary: '', markdown: '' }, es: null }),
  );
  protected readonly form = form(this.model, (path) => validateContract(path, EditLesson, toEditLesson));
  private readonly attempted = signal(false);
  private readonly opened = signal<Autosave<LessonModel> | null>(null);

  protected readonly errors = computed(() => [
    ...contractIssues(this.form().errors()).map((issue) => ({
      path: issue.path,
      message: lessonIssueWords(this.i18n, issue),
    })),
    ...(this.text().problem()?.fields ?? []).map((field) => this.atLine(field)),
  ]);
  protected readonly summary = computed(() =>
    this.attempted()
      ? this.errors().map(({ path, message }) => ({ field: controlFor(this.controls(), path), message }))
      : [],
  );
  /** Null while the course is not known: then no lesson is called missing. */
  protected readonly slugs = computed(() =>
    this.lessons().length ? new Set(this.lessons().map(({ slug }) => slug)) : null,
  );
  protected readonly mine = computed(() => this.partsOf(this.model()));
  protected readonly theirs = computed(() => this.partsOf(this.text().theirs()?.value));
  protected readonly aside = computed(() => this.partsOf(this.text().aside() ?? undefined));

  constructor() {
    effect(() => {
      const model = this.model();
      untracked(() => this.text().type(model, isSendable(model)));
    });
    effect(() => {
      const { en, es } = this.model();
      this.titled.emit({
        title: { en: en.title.trim(), es: es.title.trim() || undefined },
        bad: this.summary().length > 0,
      });
    });
  }

  /** One editor is one lesson for all its life: the page makes another editor for another lesson. */
  ngOnInit(): void {
    const key = `lesson.${this.draft().id}`;
    const base = { version: this.draft().version, value: toLessonModel(this.draft()) };
    const text = this.autosaves.open(key, base, this.save(), this.until);
    const left = this.autosaves.left(key);
    const kept = LessonModel.safeParse(left?.value);
    const restored =
      left !== null && kept.success && text.restore({ version: left.version, value: kept.data }, isSendable(kept.data));
    this.model.set(restored ? kept.data : base.value);
    this.opened.set(text);
  }

  protected readonly text = (): Autosave<LessonModel> => {
    const text = this.opened();
    if (!text) throw new Error('The editor is used before it is given its lesson.');
    return text;
  };

  /** Nothing is called wrong while it is first being written: errors show where the person asked to save, or the server refused. */
  protected at(path: string): string[] {
    const shown = this.attempted() || this.text().phase() === 'invalid' || this.text().phase() === 'refused';
    return shown ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];
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

  /** The server names lines of the Markdown as `es.markdown:12`. */
  private atLine({ path, message }: { path: string; message: string }) {
    const [part = path, line] = path.split(':');
    return { path: part, message: line ? this.i18n.t('editing.errors.line', { line, message }) : message };
  }

  private partsOf(model: LessonModel | undefined): TextPart[] {
    if (!model) return [];
    return locales.flatMap((lang) =>
      (['title', 'summary', 'markdown'] as const).map((part) => ({
        label: `${this.i18n.t(`studio.lesson.${part === 'markdown' ? 'text' : part}`)}, ${this.i18n.t(`editing.languages.${lang}`)}`,
        text: model[lang][part],
        lang,
      })),
    );
  }
}
