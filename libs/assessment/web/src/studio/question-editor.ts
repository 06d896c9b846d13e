import { Component, computed, inject, input, type OnInit, resource, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { NgComponentOutlet } from '@angular/common';
import { QuestionContent, type QuestionDraft, type QuestionKind } from '@haven/assessment/contract';
import { rulesOf, textsOf } from '@haven/assessment/contract/plain';
import {
  Autosaved,
  AutosaveNotices,
  AutosaveState,
  contractIssues,
  controlFor,
  type Outcome,
  PathControl,
  PathControls,
  type TextPart,
  validateContract,
} from '@haven/identity/web/editing';
import { locales } from '@haven/shared/contract/plain';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField, HvSkeleton } from '@haven/shared/ui';
import { editTypes, kinds } from './parts/edit-types';
import { isSendable, nothing, QuestionModel, toQuestionContent, toQuestionModel } from './question-model';
import { QuestionPreview } from './question-preview';
import { issueWords } from './question-words';

/** Something a question may point at, offered while its address is typed. */
export interface EvidencePlace {
  href: string;
  title: string;
}

/** One question with its key, in both languages side by side, saved by itself. */
@Component({
  selector: 'haven-question-editor',
  imports: [
    AutosaveNotices,
    AutosaveState,
    FormField,
    HvButton,
    HvControl,
    HvField,
    HvSkeleton,
    NgComponentOutlet,
    PathControl,
    QuestionPreview,
  ],
  providers: [PathControls],
  templateUrl: './question-editor.html',
  host: { class: 'question-editor' },
})
export class QuestionEditor implements OnInit {
  readonly draft = input.required<QuestionDraft>();
  readonly places = input<readonly EvidencePlace[]>([]);
  /** Sends the content on the version it was written on. The page knows where to. */
  readonly save =
    input.required<(id: string, content: QuestionContent, version: number) => Promise<Outcome<QuestionContent>>>();

  protected readonly i18n = inject(I18n);
  private readonly controls = inject(PathControls).all;

  protected readonly locales = locales;
  protected readonly kinds = kinds;
  protected readonly model = signal<QuestionModel>({
    kind: 'single',
    prompt: nothing(),
    explanation: nothing(),
    evidence: '',
    body: { options: [] },
  });
  private readonly bodies = new Map<QuestionKind, QuestionModel['body']>();
  private readonly kind = computed(() => this.model().kind);
  private readonly loaded = resource({ params: this.kind, loader: ({ params }) => editTypes[params].part() });
  protected readonly part = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  /** The question as it would be sent, where it can be. */
  protected readonly sendable = computed(() => {
    const model = this.model();
    return isSendable(model) ? toQuestionContent(model) : null;
  });
  protected readonly form = form(this.model, (path) => validateContract(path, QuestionContent, toQuestionContent));
  protected readonly writing = new Autosaved<QuestionModel>({
    model: this.model,
    isSendable,
    parts: (model) => this.partsOf(model),
  });

  protected readonly errors = computed(() => {
    const ours = contractIssues(this.form().errors()).map((issue) => ({
      path: issue.path,
      message: issueWords(this.i18n, issue, this.model().kind),
    }));
    return [...ours, ...(this.writing.text().problem()?.fields ?? [])];
  });
  protected readonly summary = computed(() =>
    this.writing.attempted()
      ? this.errors().map(({ path, message }) => ({ field: controlFor(this.controls(), path), message }))
      : [],
  );

  /** One editor is one question for all its life: the page makes another editor for another question. */
  ngOnInit(): void {
    const key = `question.${this.draft().id}`;
    const base = { version: this.draft().version, value: toQuestionModel(this.draft().content) };
    this.writing.open(key, base, this.send(), QuestionModel);
  }

  /** Nothing is called wrong while it is first being written: errors show where the person asked to save, or the server refused. */
  protected at(path: string): string[] {
    const shown = this.writing.showsFaults();
    return shown ? this.errors().flatMap((error) => (error.path === path ? [error.message] : [])) : [];
  }

  protected readonly shown = (path: string): string[] => this.at(path);

  /** Takes what a type's own part has changed. */
  protected readonly put = (body: QuestionModel['body']): void => this.model.update((model) => ({ ...model, body }));

  /** Another type. What was written for this one comes back with it; the options of one choice are those of the other. */
  protected turnInto(event: Event): void {
    const kind = (event.target as HTMLSelectElement).value as QuestionKind;
    const { kind: before, body } = this.model();
    this.bodies.set(before, body);
    const choices = [before, kind].every((one) => one === 'single' || one === 'multiple');
    this.model.update((model) => ({
      ...model,
      kind,
      body: choices ? body : (this.bodies.get(kind) ?? editTypes[kind].empty()),
    }));
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  private send() {
    const [id, save] = [this.draft().id, this.save()];
    return async (model: QuestionModel, version: number): Promise<Outcome<QuestionModel>> => {
      const outcome = await save(id, toQuestionContent(model), version);
      if (outcome.kind !== 'stale') return outcome;
      return {
        kind: 'stale',
        theirs: { version: outcome.theirs.version, value: toQuestionModel(outcome.theirs.value) },
      };
    };
  }

  private partsOf(model: QuestionModel): TextPart[] {
    const t = (key: string, params = {}) => this.i18n.t(`editing.question.${key}`, params);
    const inEach = (label: string, text: { en: string; es: string }) =>
      locales.map((lang) => ({
        label: `${label}, ${this.i18n.t(`editing.languages.${lang}`)}`,
        text: text[lang],
        lang,
      }));
    const texts = textsOf(model.body).flatMap(({ text }, i) =>
      inEach(t('text', { n: i + 1 }), { en: text.en, es: text.es ?? '' }),
    );
    const content = isSendable(model) ? toQuestionContent(model) : null;
    const right = content ? rulesOf(content.kind).right(content) : [];
    return [
      { label: t('kind'), text: t(`kinds.${model.kind}`), lang: null },
      ...inEach(t('prompt'), model.prompt),
      ...texts,
      { label: t('key'), text: right.map((text) => this.i18n.text(text)).join('; '), lang: null },
      ...inEach(t('explanation'), model.explanation),
      { label: t('evidence'), text: model.evidence, lang: null },
    ];
  }
}
