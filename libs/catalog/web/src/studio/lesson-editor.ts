import { Component, computed, effect, inject, input, type OnInit, output, signal, viewChildren } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import {
  Autosaved,
  AutosaveNotices,
  AutosaveState,
  contractIssues,
  controlFor,
  type Outcome,
  PathControl,
  type TextPart,
  validateContract,
} from '@haven/identity/web/editing';
import {
  EditLesson,
  type LessonDraft,
  type LessonMedia,
  type MediaKind,
  type StudioLesson,
} from '@haven/catalog/contract';
import { type Blocks, type Locale, type Text } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField, HvIcon, HvSkeleton } from '@haven/shared/ui';
import { isSendable, lessonIssueWords, LessonModel, toEditLesson, toLessonModel } from './lesson-model';
import { asText } from './text/as-text';
import { TextEditor } from './text/text-editor';
import { TextHelp } from './text/text-help';
import { WritingHints } from './writing/writing-hints';

/** The text of a lesson in both languages side by side, saved by itself. */
@Component({
  selector: 'haven-lesson-editor',
  imports: [
    AutosaveNotices,
    AutosaveState,
    FormField,
    HvButton,
    HvControl,
    HvField,
    HvIcon,
    HvSkeleton,
    PathControl,
    TextEditor,
    TextHelp,
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
  /** Sends a picture or a file for the course. */
  readonly upload = input.required<(kind: MediaKind, file: Blob) => Promise<LessonMedia>>();
  /** The title as it is being written, and whether the form shows errors: for the page's heading and title. */
  readonly titled = output<{ title: Text; bad: boolean }>();

  protected readonly i18n = inject(I18n);
  private readonly controls = viewChildren(PathControl);

  protected readonly locales = locales;
  protected readonly model = signal<LessonModel>(
    toLessonModel({ en: { title: '', summary: '', blocks: [] }, es: null }),
  );
  protected readonly form = form(this.model, (path) => validateContract(path, EditLesson, toEditLesson));
  protected readonly writing = new Autosaved<LessonModel>({
    model: this.model,
    isSendable,
    parts: (model) => this.partsOf(model),
  });

  protected readonly errors = computed(() => [
    ...contractIssues(this.form().errors()).map((issue) => ({
      path: partOf(issue.path),
      message: lessonIssueWords(this.i18n, issue),
    })),
    ...(this.writing.text().problem()?.fields ?? []).map(({ path, message }) => ({ path: partOf(path), message })),
  ]);
  protected readonly summary = computed(() =>
    this.writing.attempted() ? this.errors().map(({ path, message }) => ({ field: this.fieldFor(path), message })) : [],
  );
  /** Null while the course is not known: then no lesson is called missing. */
  protected readonly slugs = computed(() =>
    this.lessons().length ? new Set(this.lessons().map(({ slug }) => slug)) : null,
  );

  constructor() {
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
    this.writing.open(key, base, this.save(), LessonModel);
  }

  /** Nothing is called wrong while it is first being written: errors show where the person asked to save, or the server refused. */
  protected at(path: string): string[] {
    const shown = this.writing.showsFaults();
    return shown ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  protected write(locale: Locale, blocks: Blocks): void {
    this.model.update((model) => ({ ...model, [locale]: { ...model[locale], blocks } }));
  }

  /** The text is no native control: it has its own id. */
  private fieldFor(path: string): string {
    return path.endsWith('.blocks') ? `text-${path.slice(0, 2)}` : controlFor(this.controls(), path);
  }

  private partsOf(model: LessonModel): TextPart[] {
    return locales.flatMap((lang) =>
      (['title', 'summary', 'text'] as const).map((part) => ({
        label: `${this.i18n.t(`studio.lesson.${part}`)}, ${this.i18n.t(`editing.languages.${lang}`)}`,
        text: part === 'text' ? asText(model[lang].blocks) : model[lang][part],
        lang,
      })),
    );
  }
}

/** The part of the form that a path of the contract is in: `es.blocks` for `es.blocks.3.content`. */
const partOf = (path: string) => path.split('.').slice(0, 2).join('.');
