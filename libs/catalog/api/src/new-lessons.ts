import { Injectable } from '@nestjs/common';
import { Quizzes } from '@haven/assessment/api';
import { QuizRules } from '@haven/assessment/contract';
import { type LessonSource, type Title } from '@haven/catalog/contract';
import { Recordings } from '@haven/recordings/api';
import { type Person } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { type LessonContent } from './content';
import { tied } from './text/translation';

/** How much of a recording has to be watched where nobody said otherwise, in per cent. */
const required = 90;
const newQuiz = QuizRules.parse({ passMark: 70, shuffle: true });

/** What lessons begin with. */
@Injectable()
export class NewLessons {
  constructor(
    private readonly recordings: Recordings,
    private readonly quizzes: Quizzes,
  ) {}

  /** @throws Refusal `not-found` for a recording or a quiz that `actor` may not use. */
  async from(
    manager: EntityManager,
    actor: Person,
    title: Title,
    source: Exclude<LessonSource, { kind: 'lesson' }>,
  ): Promise<LessonContent> {
    const bodies = { en: { title: title.en, summary: '', blocks: [] } };
    switch (source.kind) {
      case 'reading':
        return { kind: 'reading', minutes: 1, rule: { kind: 'read' }, recording: null, quiz: null, bodies };
      case 'recording': {
        const { timeline } = await this.recordings.load(actor, source.recording);
        const minutes = Math.max(1, Math.round(timeline.duration / 60));
        const rule = { kind: 'watch' as const, required };
        return { kind: 'recording', minutes, rule, recording: source.recording, quiz: null, bodies };
      }
      case 'quiz': {
        const questions = source.quiz ? (await this.quizzes.draft(actor, source.quiz)).questions.length : 0;
        const quiz = source.quiz ?? (await this.emptyQuiz(manager, actor, title));
        const minutes = Math.max(1, questions);
        return { kind: 'quiz', minutes, rule: { kind: 'pass' }, recording: null, quiz, bodies };
      }
    }
  }

  /**
   * A lesson with the same content under its own title. Its quiz is copied with it: two lessons that share one would change each other.
   * Its translation stays up to date only where it was.
   */
  async copy(manager: EntityManager, actor: Person, of: LessonContent, title: Title): Promise<LessonContent> {
    const bodies = retitled(of.bodies, title);
    const quiz = of.quiz && (await this.quizzes.copy(manager, of.quiz, { title, authorId: actor.id }));
    return { ...of, bodies, quiz };
  }

  private async emptyQuiz(manager: EntityManager, actor: Person, title: Title): Promise<string> {
    return (await this.quizzes.add(manager, { title, rules: newQuiz, questions: [], authorId: actor.id })).id;
  }
}

/**
 * The bodies under another title. A translation whose own title changed with the English counts as up to date with it; a lesson without a
 * translation gets none.
 */
export function retitled({ en, es }: LessonContent['bodies'], title: Title): LessonContent['bodies'] {
  const next = { ...en, title: title.en };
  if (!es) return { en: next };
  return { en: next, es: tied({ en, es }, next, { ...es, title: title.es ?? es.title }) };
}
