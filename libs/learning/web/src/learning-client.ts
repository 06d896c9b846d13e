import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { type AttemptDetail, type PracticeAttempt, type QuizStanding } from '@haven/assessment/contract';
import { type CourseProgress, type Enrolments } from '@haven/learning/contract';
import { Outbox } from '@haven/shared/web';
import { firstValueFrom } from 'rxjs';

interface ReadMark {
  course: string;
  lesson: string;
  /** When; a mark that an older page left does not say. */
  at?: string;
}

/** Practice without a line: what the desk of attempts puts into the outbox. */
interface KeptPractice {
  course: string;
  lesson: string;
  id: string;
  attempt: PracticeAttempt;
}

/** The HTTP face of learning. What must not get lost, marking a lesson as read, travels through the outbox. */
@Service()
export class LearningClient {
  private readonly http = inject(HttpClient);
  private readonly outbox = inject(Outbox);
  private readonly answered = signal<CourseProgress | null>(null);

  /** The newest progress that came as the answer to something sent from the outbox. */
  readonly progressed = this.answered.asReadonly();

  constructor() {
    this.outbox.register<ReadMark>({
      kind: 'lesson-read',
      most: 1,
      mirror: false,
      wait: 0,
      describe: () => ({ key: 'learning.unsaved.read' }),
      request: ([entry]) => ({
        url: `/api/enrolments/${entry?.payload.course}/lessons/${entry?.payload.lesson}/read`,
        body: entry?.payload.at ? { at: entry.payload.at } : {},
        method: 'PUT',
      }),
      saved: (answer, entries) => {
        this.answered.set(answer as CourseProgress);
        return entries.map((entry) => entry.key);
      },
    });
    this.outbox.register<ReadMark>({
      kind: 'lesson-renewal',
      most: 1,
      mirror: false,
      wait: 0,
      describe: () => ({ key: 'learning.unsaved.renewal' }),
      request: ([entry]) => ({
        url: `/api/enrolments/${entry?.payload.course}/lessons/${entry?.payload.lesson}/renewal`,
        body: {},
        method: 'PUT',
      }),
      saved: (answer, entries) => {
        this.answered.set(answer as CourseProgress);
        return entries.map((entry) => entry.key);
      },
    });
    this.outbox.register<KeptPractice>({
      kind: 'practice',
      most: 1,
      mirror: false,
      wait: 0,
      describe: () => ({ key: 'learning.unsaved.practice' }),
      request: ([entry]) => ({
        url: `/api/enrolments/${entry?.payload.course}/lessons/${entry?.payload.lesson}/attempts/${entry?.payload.id}`,
        body: entry?.payload.attempt,
        method: 'PUT',
      }),
      saved: (answer, entries) => {
        this.answered.set(answer as CourseProgress);
        return entries.map((entry) => entry.key);
      },
    });
  }

  private readonly enrolling = new Map<string, Promise<CourseProgress>>();

  enrolments(): HttpResourceRef<Enrolments | undefined> {
    return httpResource<Enrolments>(() => '/api/enrolments');
  }

  /**
   * Makes the tie to a course, and a guest where nobody is signed in. Doing it again changes nothing, but two at the same moment would make
   * two guests: whoever asks while one is under way gets its answer.
   */
  enrol(course: string): Promise<CourseProgress> {
    const under = this.enrolling.get(course);
    if (under) return under;
    const answer = firstValueFrom(this.http.post<CourseProgress>('/api/enrolments', { course }));
    this.enrolling.set(course, answer);
    return answer.finally(() => this.enrolling.delete(course));
  }

  progress(course: string): Promise<CourseProgress> {
    return firstValueFrom(this.http.get<CourseProgress>(`/api/enrolments/${course}`));
  }

  /** Where the reader stands at the quiz of a lesson of a course that they began. */
  standing(of: () => { course: string; lesson: string } | undefined): HttpResourceRef<QuizStanding | undefined> {
    return httpResource<QuizStanding>(() => {
      const quiz = of();
      return quiz && `/api/enrolments/${quiz.course}/lessons/${quiz.lesson}/attempts`;
    });
  }

  startAttempt(course: string, lesson: string): Promise<AttemptDetail> {
    return firstValueFrom(this.http.post<AttemptDetail>(`/api/enrolments/${course}/lessons/${lesson}/attempts`, {}));
  }

  markRead(course: string, lesson: string): void {
    this.outbox.put('lesson-read', `${course}/${lesson}`, { course, lesson, at: new Date().toISOString() });
  }

  /** Says that somebody who completed the course went through a changed lesson again. */
  renew(course: string, lesson: string): void {
    this.outbox.put('lesson-renewal', `${course}/${lesson}`, { course, lesson });
  }

  /** Whether that still waits on this device. */
  renewalWaiting(course: string, lesson: string): boolean {
    return this.outbox.waiting<ReadMark>('lesson-renewal').some((entry) => entry.key === `${course}/${lesson}`);
  }

  /** Whether the mark of a lesson still waits on this device. */
  readWaiting(course: string, lesson: string): boolean {
    return this.outbox.waiting<ReadMark>('lesson-read').some((entry) => entry.key === `${course}/${lesson}`);
  }
}
