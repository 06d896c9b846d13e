import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type AttemptDetail, type PracticeSheet, type Response, type SavedResponses } from '@haven/assessment/contract';
import { Outbox } from '@haven/shared/web';
import { firstValueFrom } from 'rxjs';

/** A choice on its way, with the attempt that it belongs to. */
export interface Choice {
  attempt: string;
  response: Response;
}

/** The HTTP face of attempts. Choices travel through the outbox, one entry for each question. */
@Service()
export class AttemptClient {
  private readonly http = inject(HttpClient);
  private readonly outbox = inject(Outbox);

  constructor() {
    this.outbox.register<Choice>({
      kind: 'response',
      most: 100,
      mirror: false,
      wait: 0,
      group: ({ attempt }) => attempt,
      describe: () => ({ key: 'assessment.unsaved' }),
      request: (entries) => ({
        url: `/api/attempts/${entries[0]?.payload.attempt}/responses`,
        body: { responses: entries.map((entry) => entry.payload.response) },
      }),
      saved: (answer, entries) => {
        const saved = new Set((answer as SavedResponses).saved);
        return entries.filter((entry) => saved.has(entry.payload.response.id)).map((entry) => entry.key);
      },
    });
  }

  attempt(id: string): Promise<AttemptDetail> {
    return firstValueFrom(this.http.get<AttemptDetail>(`/api/attempts/${id}`));
  }

  /** The practice quiz of a lesson with its keys; without a line from the pack of the lesson. */
  practice(course: string, lesson: string): Promise<PracticeSheet> {
    return firstValueFrom(this.http.get<PracticeSheet>(`/api/courses/${course}/lessons/${lesson}/practice`));
  }

  /** Keeps a choice on the device and sends it. A choice that still waits for the same question is replaced. */
  choose(choice: Choice): void {
    this.outbox.put('response', `${choice.attempt}/${choice.response.question}`, choice);
  }

  /** The choices of an attempt that the server has not named as saved yet. */
  waiting(attempt: string): { response: Response; refused: boolean }[] {
    return this.outbox
      .waiting<Choice>('response')
      .filter((entry) => entry.payload.attempt === attempt)
      .map((entry) => ({ response: entry.payload.response, refused: entry.refused !== null }));
  }

  /** Whether practice that was begun on this device has not arrived in full. */
  async practiceWaits(attempt: string): Promise<boolean> {
    await this.outbox.written();
    return this.outbox.waiting('practice').some(({ key }) => key === attempt);
  }

  flush(): Promise<void> {
    return this.outbox.flush();
  }

  confirm(attempt: string, question: string): Promise<AttemptDetail> {
    const url = `/api/attempts/${attempt}/questions/${question}/confirmation`;
    return firstValueFrom(this.http.post<AttemptDetail>(url, {}));
  }

  submit(attempt: string): Promise<AttemptDetail> {
    return firstValueFrom(this.http.post<AttemptDetail>(`/api/attempts/${attempt}/submission`, {}));
  }
}
