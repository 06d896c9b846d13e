import { Component, computed, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { type Autosave, Autosaves, AutosaveState, ConflictChoice, outcomeOf } from '@haven/identity/web/editing';
import { type StudioRecording } from '@haven/recordings/contract';
import { Announcer, HvButton, HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { clock } from '../../player/time';
import { toEditRecording, toRecordingModel } from '../recording/recording-model';
import { RecordingStudioClient } from '../recording-studio-client';
import { ChapterModel, chapterTrouble, secondOf, toChapterModel, toChapters } from './chapter-model';

/** The chapters of a recording, in both languages, saved by themselves. */
@Component({
  selector: 'haven-chapter-form',
  imports: [AutosaveState, ConflictChoice, HvButton, HvControl, HvField],
  template: `
    @if (text().phase() === 'conflict') {
      <haven-conflict-choice
        [mine]="parts(model())"
        [theirs]="parts(text().theirs()?.value ?? [])"
        (keep)="text().keepMine()"
        (take)="become(text().takeTheirs())"
      />
    }
    <ol class="rows">
      @for (chapter of model(); track $index; let i = $index) {
        <li class="chapter">
          <fieldset class="plain-set">
            <legend class="label">{{ say('chapter', { n: i + 1 }) }}</legend>
            <div class="chapter-fields">
              @for (part of fields; track part) {
                <hv-field [label]="say(part)" [errors]="errors(i, part)">
                  <input
                    hvControl
                    autocomplete="off"
                    [attr.lang]="part === 'at' ? null : part"
                    [value]="chapter[part]"
                    (input)="write(i, part, $any($event.target).value)"
                    (blur)="leave(i)"
                  />
                </hv-field>
              }
            </div>
            <p class="cluster">
              <button class="link-button" type="button" (click)="write(i, 'at', clock(time()))">
                {{ say('here') }}
              </button>
              <button class="link-button" type="button" (click)="playFrom.emit(second(chapter.at) ?? 0)">
                {{ say('play') }}
              </button>
              <button class="link-button" type="button" (click)="remove(i)">
                {{ say('remove') }}<span class="visually-hidden"> {{ say('chapter', { n: i + 1 }) }}</span>
              </button>
            </p>
          </fieldset>
        </li>
      } @empty {
        <li class="small">{{ say('none') }}</li>
      }
    </ol>
    <p class="cluster">
      <button hvButton="primary" type="button" (click)="add()">{{ say('add') }}</button>
      @if (removed(); as before) {
        <button class="link-button" type="button" (click)="become(before)">{{ say('undo') }}</button>
      }
      <haven-autosave-state [text]="text()" />
    </p>
  `,
})
export class ChapterForm implements OnInit {
  readonly recording = input.required<StudioRecording>();
  /** Where the video is, in seconds. */
  readonly time = input.required<number>();
  readonly playFrom = output<number>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly autosaves = inject(Autosaves);
  private readonly client = inject(RecordingStudioClient);
  private readonly until = inject(DestroyRef);

  protected readonly fields = ['at', 'en', 'es'] as const;
  protected readonly clock = clock;
  protected readonly second = secondOf;
  protected readonly model = signal<ChapterModel>([]);
  /** What was there before the last chapter was removed. */
  protected readonly removed = signal<ChapterModel | null>(null);
  private readonly left = signal<ReadonlySet<number>>(new Set());
  private readonly opened = signal<Autosave<ChapterModel> | null>(null);
  private readonly trouble = computed(() => chapterTrouble(this.model(), this.recording().duration));

  /** One form is one recording for all its life. */
  ngOnInit(): void {
    const { id, rev, version, chapters } = this.recording();
    const key = `chapters.${id}.${rev}`;
    const base = toChapterModel(chapters);
    const text = this.autosaves.open(key, { version, value: base }, this.saver(id, base), this.until);
    const left = this.autosaves.left(key);
    const kept = ChapterModel.safeParse(left?.value);
    const isKept = left !== null && kept.success && text.restore({ version: left.version, value: kept.data }, true);
    this.model.set(isKept ? kept.data : base);
    this.opened.set(text);
  }

  protected readonly text = (): Autosave<ChapterModel> => {
    const text = this.opened();
    if (!text) throw new Error('The form is used before it is given its recording.');
    return text;
  };

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`chapters.${key}`, values);
  }

  /** Nothing is called wrong while it is first being written. */
  protected errors(index: number, part: 'at' | 'en' | 'es'): string[] {
    const wrong = this.left().has(index) && this.trouble()[index]?.[part];
    return wrong ? [this.say(wrong)] : [];
  }

  protected write(index: number, part: 'at' | 'en' | 'es', value: string): void {
    this.become(this.model().map((chapter, at) => (at === index ? { ...chapter, [part]: value } : chapter)));
  }

  protected leave(index: number): void {
    this.left.update((left) => new Set([...left, index]));
  }

  protected add(): void {
    const at = Math.floor(this.time());
    const later = this.model().findIndex((chapter) => (secondOf(chapter.at) ?? 0) > at);
    const place = later < 0 ? this.model().length : later;
    this.left.set(new Set());
    this.become(this.model().toSpliced(place, 0, { at: clock(at), en: '', es: '' }));
    this.announcer.say(this.say('added', { n: place + 1, at: clock(at) }));
  }

  protected remove(index: number): void {
    const before = this.model();
    this.become(before.toSpliced(index, 1));
    this.removed.set(before);
    this.announcer.say(this.say('removed', { n: index + 1 }));
  }

  protected become(model: ChapterModel): void {
    this.removed.set(null);
    this.model.set(model);
    const isWhole = this.trouble().every(({ at, en, es }) => !at && !en && !es);
    this.text().type(model, isWhole);
  }

  protected parts(model: ChapterModel) {
    return [
      { label: this.say('title'), text: model.map(({ at, en }) => `${at} ${en}`).join('\n'), lang: 'en' as const },
    ];
  }

  async settle(): Promise<boolean> {
    await this.text().flush();
    return this.text().safe();
  }

  /** The rest of what is said of the recording is sent as it is there now: somebody may write it on another page meanwhile. */
  private saver(id: string, base: ChapterModel) {
    let saved = JSON.stringify(base);
    const theirs = async () => {
      const { version, chapters } = await this.client.read(id);
      return { version, value: toChapterModel(chapters) };
    };
    return (model: ChapterModel, version: number) => {
      const write = async () => {
        const now = await this.client.read(id);
        const isMine = JSON.stringify(toChapterModel(now.chapters)) === saved;
        const edit = { ...toEditRecording(toRecordingModel(now)), chapters: toChapters(model) };
        const answer = await this.client.save(id, edit, isMine ? now.version : version);
        saved = JSON.stringify(toChapterModel(answer.chapters));
        return answer;
      };
      return outcomeOf(write(), theirs);
    };
  }
}
