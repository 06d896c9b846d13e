import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type UploadCards, type UploadTwin } from '@haven/recordings/contract';
import { firstValueFrom } from 'rxjs';

/** The one place that knows where uploads are, but for their bytes: those travel by tus. */
@Service()
export class UploadClient {
  private readonly http = inject(HttpClient);

  /** How much may be uploaded. Call it where things are injected. */
  limits() {
    return httpResource<UploadCards>(() => '/api/uploads');
  }

  /** One's own unfinished uploads. */
  unfinished(): Promise<UploadCards> {
    return firstValueFrom(this.http.get<UploadCards>('/api/uploads'));
  }

  /** Tells what the browser read; answers what was already made of the same bytes. */
  async tellHash(id: string, sha256: string): Promise<UploadTwin['twin']> {
    return (await firstValueFrom(this.http.put<UploadTwin>(`/api/uploads/${id}/hash`, { sha256 }))).twin;
  }

  /** Whether there is a recording of this id, and it is one's own. */
  arrived(id: string): Promise<boolean> {
    return firstValueFrom(this.http.get(`/api/studio/recordings/${id}`)).then(
      () => true,
      () => false,
    );
  }

  async drop(id: string): Promise<void> {
    const headers = { 'tus-resumable': '1.0.0' };
    await firstValueFrom(this.http.delete(`/api/uploads/${id}`, { headers, responseType: 'text' }));
  }
}
