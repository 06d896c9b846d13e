import { inject, Injector, Service } from '@angular/core';
import { type AttemptDetail, type QuizFace } from '@haven/assessment/contract';
import { problemOf } from '@haven/shared/web';
import { LearningClient } from '../learning-client';

/** Begins a quiz, or goes on with it: at the server, and where there is no line, practice on this device. */
@Service()
export class QuizStart {
  private readonly client = inject(LearningClient);
  private readonly injector = inject(Injector);

  /** `enrolled`: whether the course is known to be begun. A quick press comes before the page's own enrolment has been answered. */
  async start(course: string, lesson: string, quiz: QuizFace | undefined, enrolled: boolean): Promise<AttemptDetail> {
    try {
      if (!enrolled) await this.client.enrol(course);
      return await this.client.startAttempt(course, lesson);
    } catch (error) {
      if (!quiz?.practice || problemOf(error)) throw error;
      const { AttemptDesk } = await import('@haven/assessment/web/kept');
      return this.injector.get(AttemptDesk).practise(course, lesson);
    }
  }
}

const refusals: Readonly<Record<string, string>> = {
  'attempts-used-up': 'assessment.place.usedUp',
  'too-soon': 'learning.lesson.tooSoon',
  'not-open-yet': 'learning.lesson.startShut',
  closed: 'learning.lesson.startShut',
  locked: 'learning.lesson.startShut',
};

/** The key of the words for why a quiz could not be started, and what to do. */
export const startRefusal = (error: unknown): string =>
  refusals[problemOf(error)?.code ?? ''] ?? 'learning.lesson.startFailedHow';
