import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaptionDraft, type StudioRecording } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { Announcer, HvButton, HvEmpty, HvField, HvControl, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, problemOf, readAgain } from '@haven/shared/web';
import { RecordingNav } from '../recording-nav';
import { RecordingStudioClient } from '../recording-studio-client';
import { RecordingTrouble } from '../recording-trouble';
import { toEditRecording, toRecordingModel } from '../recording/recording-model';
import { CaptionClient } from './caption-client';
import { type CaptionFile, readCaptionFile } from './caption-file';

/** What was just done in one language: a file that was read, a track that can be brought back, or why it was not done. */
type News =
  | { readonly kind: 'file'; readonly file: CaptionFile }
  | { readonly kind: 'removed'; readonly was: CaptionDraft }
  | { readonly kind: 'refused'; readonly why: 'stale' | 'notDone' };

/** The captions of a recording, a track for each language: brought in from a file, approved, taken away. */
@Component({
  selector: 'haven-captions-page',
  imports: [HvButton, HvControl, HvEmpty, HvField, HvNotice, HvSkeleton, RecordingNav, RecordingTrouble, RouterLink],
  templateUrl: './captions-page.html',
  host: { class: 'studio studio-course' },
})
export class CaptionsPage {
  readonly id = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly captions = inject(CaptionClient);
  private readonly recordings = inject(RecordingStudioClient);
  protected readonly recording = this.recordings.recording(this.id);
  protected readonly locales = locales;
  private readonly pasted = signal(false);
  protected readonly news = signal<Partial<Record<Locale, News>>>({});

  constructor() {
    pageTitle(() => {
      const title = this.recording.hasValue() ? this.i18n.text(this.recording.value().title) : '';
      return [this.say('title'), title].filter(Boolean).join(': ');
    });
  }

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`captions.${key}`, values);
  }

  protected track(recording: StudioRecording, locale: Locale): StudioRecording['tracks'][number] | undefined {
    return recording.tracks.find((track) => track.locale === locale);
  }

  /** What the editor is for here: captions that are there, the first of any, or a translation. */
  protected wayIn(recording: StudioRecording, locale: Locale): string {
    if (this.track(recording, locale)) return 'edit';
    return recording.tracks.length > 0 ? 'translateHere' : 'write';
  }

  protected state(recording: StudioRecording, locale: Locale): string {
    const track = this.track(recording, locale);
    if (!track) return this.say('none');
    const { cues, reviewed } = track;
    if (!reviewed) return this.say('draft', { cues });
    const on = this.i18n.date(reviewed.on, { dateStyle: 'long', timeZone: 'UTC' });
    return reviewed.by ? this.say('reviewedBy', { cues, on, by: reviewed.by }) : this.say('reviewed', { cues, on });
  }

  protected async bring(recording: StudioRecording, locale: Locale, event: Event): Promise<void> {
    const picker = event.target as HTMLInputElement;
    const [chosen] = picker.files ?? [];
    if (!chosen) return;
    const file = await readCaptionFile(chosen, recording.duration, locale);
    // The same file can be chosen again once it has been put right.
    picker.value = '';
    const { vtt } = file;
    const version = this.track(recording, locale)?.version ?? 0;
    const save = () => this.captions.save(this.id(), locale, { vtt: vtt ?? '', origin: 'file' }, version);
    if (vtt === null) this.tell(locale, { kind: 'file', file });
    else await this.change(locale, save, { kind: 'file', file });
  }

  protected review(locale: Locale, reviewed: boolean, version: number): Promise<void> {
    return this.change(locale, () => this.captions.review(this.id(), locale, reviewed, version));
  }

  protected async remove(locale: Locale): Promise<void> {
    const was = await this.captions.read(this.id(), locale).catch(() => null);
    if (!was) return this.tell(locale, { kind: 'refused', why: 'notDone' });
    await this.change(locale, () => this.captions.remove(this.id(), locale), { kind: 'removed', was });
  }

  /** Whether captions are being made, so that there will be some without anybody's doing. */
  protected beingTimed({ steps, workshop }: StudioRecording): boolean {
    const step = steps.find(({ name }) => name === 'transcribe');
    return step?.status === 'running' || (step?.status === 'waiting' && (workshop.transcriber || this.pasted()));
  }

  protected async time(locale: Locale, script: string): Promise<void> {
    if (script.trim() === '') return this.announcer.say(this.say('script.empty'));
    await this.change(locale, async () => {
      await this.recordings.run(this.id(), 'transcribe', { script });
      this.pasted.set(true);
    });
  }

  /** Those who speak in the captions and are not named as the recording's speakers. */
  protected newSpeakers(recording: StudioRecording, found: readonly string[]): string[] {
    return found.filter((name) => !recording.speakers.includes(name));
  }

  protected addSpeakers(recording: StudioRecording, locale: Locale, names: readonly string[]): Promise<void> {
    const edit = toEditRecording(toRecordingModel(recording));
    const speakers = [...edit.speakers, ...names];
    return this.change(
      locale,
      () => this.recordings.save(recording.id, { ...edit, speakers }, recording.version),
      this.news()[locale],
    );
  }

  /** As it was, but for the approval, which somebody has to give again. */
  protected bringBack(locale: Locale, { vtt }: CaptionDraft): Promise<void> {
    return this.change(locale, () => this.captions.save(this.id(), locale, { vtt, origin: 'file' }, 0));
  }

  protected async download(locale: Locale): Promise<void> {
    const draft = await this.captions.read(this.id(), locale).catch(() => null);
    if (!draft) return this.tell(locale, { kind: 'refused', why: 'notDone' });
    const url = URL.createObjectURL(new Blob([draft.vtt], { type: 'text/vtt' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `captions.${locale}.vtt` });
    link.click();
    URL.revokeObjectURL(url);
  }

  private async change(locale: Locale, work: () => Promise<unknown>, then?: News): Promise<void> {
    try {
      await work();
      this.tell(locale, then);
      this.announcer.say(this.say('done'));
    } catch (error) {
      this.tell(locale, { kind: 'refused', why: problemOf(error)?.code === 'stale' ? 'stale' : 'notDone' });
    }
    readAgain(this.recording);
  }

  private tell(locale: Locale, news: News | undefined): void {
    this.news.update((all) => ({ ...all, [locale]: news }));
  }
}
