import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type EditRecording,
  type RunStep,
  type StepName,
  type StudioRecording,
  type StudioRecordingCards,
} from '@haven/recordings/contract';
import { firstValueFrom } from 'rxjs';

/** What the library may be asked for, as it stands in the address; what is empty is not asked. */
export interface LibraryFilter {
  q: string;
  state: string;
  language: string;
  captions: string;
  archived: string;
  after: string;
}

const recordings = '/api/studio/recordings';

/** The one place that knows where recordings in the studio are. */
@Service()
export class RecordingStudioClient {
  private readonly http = inject(HttpClient);

  /** Call it where things are injected; it asks again when what `filter` reads changes. */
  recordings(filter: () => LibraryFilter): HttpResourceRef<StudioRecordingCards | undefined> {
    return httpResource<StudioRecordingCards>(() => ({
      url: recordings,
      params: Object.fromEntries(Object.entries(filter()).filter(([, value]) => value)),
    }));
  }

  recording(id: () => string): HttpResourceRef<StudioRecording | undefined> {
    return httpResource<StudioRecording>(() => `${recordings}/${id()}`);
  }

  /** The recording as it is on the server now. */
  read(id: string): Promise<StudioRecording> {
    return firstValueFrom(this.http.get<StudioRecording>(`${recordings}/${id}`));
  }

  save(id: string, edit: EditRecording, version: number): Promise<StudioRecording> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<StudioRecording>(`${recordings}/${id}`, edit, { headers }));
  }

  archive(id: string, archived: boolean): Promise<StudioRecording> {
    return firstValueFrom(this.http.put<StudioRecording>(`${recordings}/${id}/archived`, { archived }));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${recordings}/${id}`));
  }

  /** `at`: every second at which there is to be a slide. */
  setSlides(id: string, at: readonly number[]): Promise<StudioRecording> {
    return firstValueFrom(this.http.put<StudioRecording>(`${recordings}/${id}/slides`, { at }));
  }

  confirmReplacement(id: string, rev: number): Promise<StudioRecording> {
    return firstValueFrom(this.http.post<StudioRecording>(`${recordings}/${id}/replacement`, { rev }));
  }

  discardReplacement(id: string): Promise<StudioRecording> {
    return firstValueFrom(this.http.delete<StudioRecording>(`${recordings}/${id}/replacement`));
  }

  run(id: string, step: StepName, given: RunStep = {}): Promise<StudioRecording> {
    return firstValueFrom(this.http.post<StudioRecording>(`${recordings}/${id}/steps/${step}`, given));
  }
}
