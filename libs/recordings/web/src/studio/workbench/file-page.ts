import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { type Replacement, type StepName, type StudioRecording } from '@haven/recordings/contract';
import { Announcer, HvButton, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf, readAgain } from '@haven/shared/web';
import { Lengths } from '../../lengths';
import { pollWhile } from '../poll-while';
import { ProcessingList } from '../recording/processing-list';
import { RecordingNav } from '../recording-nav';
import { RecordingStudioClient } from '../recording-studio-client';
import { RecordingTrouble } from '../recording-trouble';
import { FilePick } from '../uploads/file-pick';
import { acceptedFiles, sortFiles } from '../uploads/media-files';
import { UploadDesk } from '../uploads/upload-desk';

/** Another file for a recording: sent, compared with the present one, and put in its place when somebody has seen what is kept. */
@Component({
  selector: 'haven-file-page',
  imports: [FilePick, HvButton, HvNotice, HvSkeleton, ProcessingList, RecordingNav, RecordingTrouble],
  templateUrl: './file-page.html',
  host: { class: 'studio studio-course' },
})
export class FilePage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly client = inject(RecordingStudioClient);
  private readonly desk = inject(UploadDesk);
  private readonly lengths = inject(Lengths);
  protected readonly accepted = acceptedFiles;
  protected readonly draft = this.client.recording(this.id);
  protected readonly shown = linkedSignal<StudioRecording | undefined, StudioRecording | undefined>({
    source: () => (this.draft.hasValue() ? this.draft.value() : undefined),
    computation: (answer, before) => answer ?? (before?.value?.id === this.id() ? before.value : undefined),
  });
  protected readonly news = signal<'sent' | 'notBegun' | 'notMedia' | 'used' | 'away' | 'stale' | 'notDone' | null>(
    null,
  );
  /** Whether it is known what the new file keeps, or that this cannot be known. */
  protected readonly known = computed(() => {
    const next = this.shown()?.replacement;
    return !!next && next.playable && (next.carried !== null || next.blind);
  });

  constructor() {
    pageTitle(() => {
      const title = this.shown()?.title;
      return [this.say('title'), title && this.i18n.text(title)].filter(Boolean).join(': ');
    });
    effect(() => {
      if (this.desk.arrived() > 0) untracked(() => readAgain(this.draft));
    });
    pollWhile(
      computed(
        () =>
          this.shown()?.replacement?.steps.some(({ status }) => status === 'running' || status === 'waiting') ?? false,
      ),
      () => this.draft.reload(),
    );
  }

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`replace.${key}`, values);
  }

  protected length(seconds: number): string {
    return this.lengths.say(seconds);
  }

  protected list(texts: Replacement['file']['name'][]): string {
    return new Intl.ListFormat(this.i18n.locale()).format(texts);
  }

  protected async take([file]: File[], { language }: StudioRecording): Promise<void> {
    const { media } = sortFiles(file ? [file] : []);
    if (!media.length) return this.news.set('notMedia');
    await this.desk.add(media, language, this.id()).then(
      () => this.news.set('sent'),
      () => this.news.set('notBegun'),
    );
  }

  protected confirm({ rev }: Replacement): Promise<void> {
    return this.change('used', () => this.client.confirmReplacement(this.id(), rev));
  }

  protected discard(): Promise<void> {
    return this.change('away', () => this.client.discardReplacement(this.id()));
  }

  protected run(step: StepName): Promise<void> {
    return this.change(null, () => this.client.run(this.id(), step));
  }

  private async change(done: 'used' | 'away' | null, work: () => Promise<StudioRecording>): Promise<void> {
    try {
      this.draft.set(await work());
      this.news.set(done);
      if (done) this.announcer.say(this.say(`news.${done}`));
    } catch (error) {
      this.news.set(problemOf(error)?.code === 'stale' ? 'stale' : 'notDone');
      readAgain(this.draft);
    }
  }
}
