import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type CaptionDraft, type EditCaptions } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { firstValueFrom } from 'rxjs';

const of = (id: string, locale: Locale) => `/api/studio/recordings/${id}/captions/${locale}`;
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

/** The one place that knows where captions in the studio are. */
@Service()
export class CaptionClient {
  private readonly http = inject(HttpClient);

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
}
