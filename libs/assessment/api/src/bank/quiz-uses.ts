import { Injectable } from '@nestjs/common';
import { type QuestionUse } from '@haven/assessment/contract';
import { type EntityManager } from 'typeorm';

/** A lesson that asks a quiz. `release`: the one that learners see, with the version of the quiz in it; null where it asks none. */
export interface QuizUse extends Omit<QuestionUse, 'release'> {
  readonly release: { readonly number: number; readonly version: number } | null;
}

/** Tells for each of these quizzes where it is asked. */
export type QuizReporter = (
  manager: EntityManager,
  quizzes: readonly string[],
) => Promise<ReadonlyMap<string, readonly QuizUse[]>>;

/** Where quizzes are asked. The domains above know, and say so here when the application starts: quizzes know nothing of courses. */
@Injectable()
export class QuizUses {
  private readonly reporters: QuizReporter[] = [];

  report(reporter: QuizReporter): void {
    this.reporters.push(reporter);
  }

  async of(manager: EntityManager, quizzes: readonly string[]): Promise<Map<string, QuizUse[]>> {
    const uses = new Map(quizzes.map((id) => [id, [] as QuizUse[]]));
    for (const reporter of this.reporters)
      for (const [id, found] of await reporter(manager, quizzes)) uses.get(id)?.push(...found);
    return uses;
  }
}
