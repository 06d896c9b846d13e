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
import { EditRecording, type StudioRecording } from '@haven/recordings/contract';
import { type Text } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { Announcer, HvButton, HvControl, HvField, HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { clock } from '../../player/time';
import {
  blankRecording,
  isSendable,
  recordingIssueWords,
  RecordingModel,
  toEditRecording,
  toRecordingModel,
} from './recording-model';

/** What is said of a recording, in both languages, saved by itself. */
@Component({
  selector: 'haven-recording-form',
  imports: [AutosaveNotices, AutosaveState, FormField, HvButton, HvControl, HvField, HvIcon, PathControl],
  templateUrl: './recording-form.html',
  host: { class: 'recording-form' },
})
export class RecordingForm implements OnInit {
  readonly draft = input.required<StudioRecording>();
  /** Sends the text on the version it was written on. The page knows where to. */
  readonly save = input.required<(model: RecordingModel, version: number) => Promise<Outcome<RecordingModel>>>();
  /** The title as it is being written, and whether the form shows errors: for the page's heading and title. */
  readonly titled = output<{ title: Text; bad: boolean }>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly controls = viewChildren(PathControl);

  protected readonly locales = locales;
  protected readonly model = signal<RecordingModel>(blankRecording);
  protected readonly form = form(this.model, (path) => validateContract(path, EditRecording, toEditRecording));
  protected readonly writing = new Autosaved<RecordingModel>({
    model: this.model,
    isSendable,
    parts: (model) => this.partsOf(model),
  });

  protected readonly errors = computed(() => [
    ...contractIssues(this.form().errors()).map((issue) => ({
      path: issue.path,
      message: recordingIssueWords(this.i18n, issue),
    })),
    ...(this.writing.text().problem()?.fields ?? []),
  ]);
  protected readonly summary = computed(() =>
    this.writing.attempted()
      ? this.errors().map(({ path, message }) => ({ field: controlFor(this.controls(), path), message }))
      : [],
  );

  constructor() {
    effect(() => {
      const { en, es } = this.model().title;
      this.titled.emit({ title: { en: en.trim(), es: es.trim() || undefined }, bad: this.summary().length > 0 });
    });
  }

  /** One form is one recording for all its life: the page makes another form for another recording. */
  ngOnInit(): void {
    const key = `recording.${this.draft().id}`;
    const base = { version: this.draft().version, value: toRecordingModel(this.draft()) };
    this.writing.open(key, base, this.save(), RecordingModel);
  }

  /** Nothing is called wrong while it is first being written: errors show where the person asked to save, or the server refused. */
  protected at(path: string): string[] {
    const shown = this.writing.showsFaults();
    return shown
      ? this.errors().flatMap((error) =>
          error.path === path || error.path.startsWith(`${path}.`) ? [error.message] : [],
        )
      : [];
  }

  /** By hand: for inputs of days the form would write a style into the page, which its policy refuses. */
  protected setDay(recordedOn: string): void {
    this.model.update((model) => ({ ...model, recordedOn }));
  }

  protected addSpeaker(): void {
    this.model.update((model) => ({ ...model, speakers: [...model.speakers, ''] }));
    this.announcer.say(this.i18n.t('recordings.studio.form.added', { n: this.model().speakers.length }));
  }

  protected removeSpeaker(index: number): void {
    this.model.update((model) => ({ ...model, speakers: model.speakers.filter((_, i) => i !== index) }));
    this.announcer.say(this.i18n.t('recordings.studio.form.removed', { n: index + 1 }));
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  private partsOf(model: RecordingModel): TextPart[] {
    const t = (key: string) => this.i18n.t(`recordings.studio.form.${key}`);
    const texts = (['title', 'description'] as const).flatMap((part) =>
      locales.map((lang) => ({
        label: `${t(part)}, ${this.i18n.t(`editing.languages.${lang}`)}`,
        text: model[part][lang],
        lang,
      })),
    );
    return [
      ...texts,
      { label: t('language'), text: this.i18n.t(`recordings.studio.languages.${model.language}`), lang: null },
      { label: t('recordedOn'), text: model.recordedOn, lang: null },
      { label: t('speakers'), text: model.speakers.join('\n'), lang: null },
      { label: t('chapters'), text: chapterList(model), lang: 'en' },
    ];
  }
}

const chapterList = ({ chapters }: RecordingModel) =>
  chapters.map(({ at, title }) => `${clock(at)} ${title.en}`).join('\n');
