import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type CaptionCue,
  type CaptionDraft,
  cuesOf,
  type EditCaptions,
  readCaptions,
  type StudioRecording,
} from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { problemOf } from '@haven/shared/web';
import { firstValueFrom } from 'rxjs';
import { RecordingStudioClient } from '../recording-studio-client';

const of = (id: string, locale: Locale) => `/api/studio/recordings/${id}/captions/${locale}`;
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

/** What the editor works on: the captions of this language, none yet where `version` is 0, and those that are translated from. */
export interface CaptionDesk {
  readonly recording: StudioRecording;
  readonly draft: Pick<CaptionDraft, 'version' | 'vtt' | 'heldBack'>;
  readonly source: readonly CaptionCue[] | null;
}

const none = { version: 0, vtt: 'WEBVTT\n', heldBack: [] };

/** The one place that knows where captions in the studio are. */
@Service()
export class CaptionClient {
  private readonly http = inject(HttpClient);
  private readonly recordings = inject(RecordingStudioClient);

  read(id: string, locale: Locale): Promise<CaptionDraft> {
    return firstValueFrom(this.http.get<CaptionDraft>(of(id, locale)));
  }

  /** `version` 0 begins a track. */
  save(id: string, locale: Locale, edit: EditCaptions, version: number): Promise<CaptionDraft> {
    return firstValueFrom(this.http.put<CaptionDraft>(of(id, locale), edit, match(version)));
  }

  review(id: string, locale: Locale, reviewed: boolean, version: number): Promise<CaptionDraft> {
    return firstValueFrom(this.http.put<CaptionDraft>(`${of(id, locale)}/review`, { reviewed }, match(version)));
  }

  async remove(id: string, locale: Locale): Promise<void> {
    await firstValueFrom(this.http.delete(of(id, locale)));
  }

  /** What the editor of one language needs, with the spoken language, or else the other, to translate from. */
  async desk(id: string, locale: Locale): Promise<CaptionDesk> {
    const recording = await this.recordings.read(id);
    const has = (wanted: Locale) => recording.tracks.some((track) => track.locale === wanted);
    const other = recording.language === locale ? locales.find((known) => known !== locale) : recording.language;
    const source = other && has(other) ? await this.read(id, other) : null;
    return {
      recording,
      draft: has(locale) ? await this.read(id, locale) : none,
      source: source && cuesOf(readCaptions(source.vtt).document),
    };
  }

  /** The captions as they are saved now. Where somebody took them away, they are begun anew. */
  async edition(id: string, locale: Locale): Promise<{ version: number; value: string }> {
    const { version, vtt } = await this.read(id, locale).catch((error: unknown) => {
      if (problemOf(error)?.code === 'not-found') return none;
      throw error;
    });
    return { version, value: vtt };
  }
}
