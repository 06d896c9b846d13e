import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { type StepName, type StudioRecording } from '@haven/recordings/contract';
import { type Text } from '@haven/shared/contract';
import { Announcer, HvNotice, HvProgress, HvSkeleton, HvTag } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf, readAgain } from '@haven/shared/web';
import { Player } from '../../player/player';
import { pollWhile } from '../poll-while';
import { RecordingNav } from '../recording-nav';
import { RecordingStudioClient } from '../recording-studio-client';
import { RecordingTrouble } from '../recording-trouble';
import { inWork, statusWords, stepWords, tones, trackWords } from '../recording-words';
import { FileFacts } from './file-facts';
import { ProcessingList } from './processing-list';
import { RecordingEnd } from './recording-end';
import { RecordingForm } from './recording-form';
import { type RecordingModel, toEditRecording, toRecordingModel } from './recording-model';

/** Told of two answers that say the same: nothing on the page moves, and the video plays on. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** One recording in the studio: how far it is, the video as soon as it plays, and what is said of it. */
@Component({
  selector: 'haven-recording-page',
  imports: [
    FileFacts,
    HvNotice,
    HvProgress,
    HvSkeleton,
    HvTag,
    Player,
    ProcessingList,
    RecordingEnd,
    RecordingForm,
    RecordingNav,
    RecordingTrouble,
    RouterLink,
  ],
  templateUrl: './recording-page.html',
  host: { class: 'studio studio-course' },
})
export class RecordingPage implements Leavable {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly client = inject(RecordingStudioClient);
  private readonly form = viewChild(RecordingForm);
  protected readonly draft = this.client.recording(this.id);
  /** The last answer for this recording stays while the server cannot be reached: what is being written must not go away. */
  protected readonly shown = linkedSignal<
    { id: string; answer: StudioRecording | undefined },
    StudioRecording | undefined
  >({
    source: () => ({ id: this.id(), answer: this.draft.hasValue() ? this.draft.value() : undefined }),
    computation: ({ id, answer }, before) => answer ?? (before?.source.id === id ? before.value : undefined),
    equal: same,
  });
  protected readonly media = computed(() => this.shown()?.media ?? null, { equal: same });
  protected readonly titled = signal<{ title: Text; bad: boolean } | null>(null);
  /** What was just done, to be undone; or why it was not done. */
  protected readonly archived = signal<boolean | null>(null);
  protected readonly refusal = signal<'conflict' | 'notDone' | null>(null);
  protected readonly tones = tones;

  private readonly title = computed(() => this.titled()?.title ?? this.shown()?.title);
  protected readonly heading = computed(() => {
    const title = this.title();
    return (title && this.i18n.text(title)) || this.i18n.t('recordings.studio.page.fallback');
  });
  protected readonly lang = computed(() => {
    const title = this.title();
    return title ? this.i18n.lang(title) : null;
  });
  protected readonly status = computed(() => {
    const recording = this.shown();
    return recording ? statusWords(this.i18n, recording) : '';
  });
  protected readonly running = computed(() => this.shown()?.steps.find(({ status }) => status === 'running'));
  protected readonly now = computed(() => {
    const step = this.running();
    return step ? stepWords(this.i18n, step) : '';
  });
  protected readonly tracks = computed(() => trackWords(this.i18n, this.shown()?.tracks ?? []));
  protected readonly missing = computed(() => {
    const workshop = this.shown()?.workshop;
    return workshop ? (['ffmpeg', 'transcriber'] as const).filter((part) => !workshop[part]) : [];
  });

  /** Bound to the recording it was made for: a form that is going away still saves there, and never onto the one that comes. */
  protected readonly save = computed(() => {
    const id = this.id();
    const theirs = async () => {
      const draft = await this.client.read(id);
      return { version: draft.version, value: toRecordingModel(draft) };
    };
    return (model: RecordingModel, version: number) =>
      outcomeOf(this.client.save(id, toEditRecording(model), version), theirs);
  });

  constructor() {
    pageTitle(() => {
      const title = this.heading();
      return this.titled()?.bad ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
    pollWhile(
      computed(() => {
        const recording = this.shown();
        return !!recording && (inWork(recording) || this.running() !== undefined);
      }),
      () => this.draft.reload(),
    );
  }

  protected run(step: StepName): Promise<void> {
    return this.change(async () => {
      this.draft.set(await this.client.run(this.id(), step));
      const name = this.i18n.t(`recordings.studio.steps.name.${step}`);
      this.announcer.say(this.i18n.t('recordings.studio.steps.started', { step: name }));
    });
  }

  protected archive(archived: boolean): Promise<void> {
    return this.change(async () => {
      this.draft.set(await this.client.archive(this.id(), archived));
      this.archived.set(archived);
    });
  }

  protected remove(): Promise<void> {
    return this.change(async () => {
      const title = this.heading();
      await this.client.remove(this.id());
      await this.router.navigateByUrl(this.i18n.path('/studio/recordings'));
      this.announcer.say(this.i18n.t('recordings.studio.delete.done', { title }));
    });
  }

  settle(): Promise<boolean> {
    return this.form()?.settle() ?? Promise.resolve(true);
  }

  private async change(work: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    this.archived.set(null);
    try {
      await work();
    } catch (error) {
      this.refusal.set(problemOf(error)?.code === 'conflict' ? 'conflict' : 'notDone');
      readAgain(this.draft);
    }
  }
}
