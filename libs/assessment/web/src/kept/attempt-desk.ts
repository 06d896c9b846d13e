import { inject, Service } from '@angular/core';
import { type AttemptDetail, type Response } from '@haven/assessment/contract';
import { Outbox, Shelf } from '@haven/shared/web';
import { latest } from '../attempt/answers';
import { AttemptClient } from '../attempt/attempt-client';
import { type KeptAttempt, type Practice } from './kept-attempt';
import { begun, detailOf, together, withAnswer, withConfirmed } from './practice';

/**
 * Attempts without a line. An open one is kept as the server last told it. Practice is begun, answered and marked here; its whole record
 * travels through the outbox as `practice`, so that the server has it once, however often it is sent.
 */
@Service()
export class AttemptDesk {
  private readonly client = inject(AttemptClient);
  private readonly outbox = inject(Outbox);
  /** Open attempts go on without a line. */
  private readonly shelf = new Shelf<KeptAttempt>('haven-attempts', 'attempts');
  private readonly held = new Map<string, Practice>();

  /** Goes on with the open practice of a lesson, or begins it. Fails where its questions are not on this device and there is no line. */
  async practise(course: string, lesson: string): Promise<AttemptDetail> {
    const here = (await this.shelf.all()).filter(
      ({ practice }) => practice?.course === course && practice.lesson === lesson,
    );
    const open = here.find(({ practice }) => practice?.attempt.submittedAt === null);
    if (open) return this.take(open);
    const sheet = await this.client.practice(course, lesson);
    // One that was handed in has been shown, and is in the outbox until the server has it.
    for (const { id } of here) await this.shelf.delete(id);
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    const practice = { course, lesson, sheet, attempt: begun(sheet, random >>> 1, new Date()) };
    const id = crypto.randomUUID();
    this.change(id, practice);
    return detailOf(id, sheet, practice.attempt);
  }

  /** Keeps what the server told of an open attempt; one that is handed in is its learner's to look up there. */
  async keep(detail: AttemptDetail): Promise<void> {
    const { id, result } = detail;
    if ((await this.shelf.get(id))?.practice) return;
    if (result) await this.shelf.delete(id);
    else await this.shelf.put(id, { id, detail, practice: null });
  }

  /** Keeps an answer to an open attempt of the server's beside it: once it is saved, the outbox knows nothing of it any more. */
  async note(id: string, { question, answer, seq }: Response): Promise<void> {
    await this.shelf.update(id, (kept) => {
      if (!kept?.detail) return undefined;
      const responses = [...latest(kept.detail.responses, [{ question, answer, seq }]).values()];
      return { ...kept, detail: { ...kept.detail, responses } };
    });
  }

  /** The attempt as this device has it, where it was begun here, or else only with `stale`; null where there is none. */
  async find(id: string, stale: boolean): Promise<AttemptDetail | null> {
    const kept = await this.shelf.get(id);
    return kept && (kept.practice || stale) ? this.take(kept) : null;
  }

  /** Whether an attempt that was found here is practice: then it is answered and handed in here. */
  holds(id: string): boolean {
    return this.held.has(id);
  }

  answer(id: string, response: Response): void {
    const practice = this.held.get(id);
    if (practice) this.change(id, { ...practice, attempt: withAnswer(practice.attempt, response) });
  }

  /** Fixes an answer of practice and tells what is right; null where the attempt is not practice that was begun here. */
  confirm(id: string, question: string): AttemptDetail | null {
    const practice = this.held.get(id);
    if (!practice) return null;
    const attempt = withConfirmed(practice.attempt, question);
    this.change(id, { ...practice, attempt });
    return detailOf(id, practice.sheet, attempt);
  }

  /** Hands in and marks. */
  async handIn(id: string): Promise<AttemptDetail | null> {
    const known = this.held.get(id);
    if (!known) return null;
    const kept = (await this.shelf.get(id))?.practice;
    const practice = kept ? { ...known, attempt: together(known.attempt, kept.attempt) } : known;
    const attempt = { ...practice.attempt, submittedAt: practice.attempt.submittedAt ?? new Date().toISOString() };
    this.change(id, { ...practice, attempt });
    return detailOf(id, practice.sheet, attempt);
  }

  private take({ id, detail, practice }: KeptAttempt): AttemptDetail {
    if (!practice) return detail;
    this.held.set(id, practice);
    return detailOf(id, practice.sheet, practice.attempt);
  }

  private change(id: string, practice: Practice): void {
    this.send(id, practice);
    const merged = this.shelf.update(id, (kept) => {
      const attempt = kept?.practice ? together(practice.attempt, kept.practice.attempt) : practice.attempt;
      return { id, detail: null, practice: { ...practice, attempt } };
    });
    // What another tab answered meanwhile goes with it.
    void merged.then((kept) => {
      if (kept?.practice && kept.practice.attempt.responses.length > practice.attempt.responses.length)
        this.send(id, kept.practice);
    });
  }

  private send(id: string, practice: Practice): void {
    this.held.set(id, practice);
    const { course, lesson, attempt } = practice;
    this.outbox.put('practice', id, { course, lesson, id, attempt });
  }
}
