import { Injectable } from '@nestjs/common';
import { type Asked, lendQuiz, Quizzes } from '@haven/assessment/api';
import { quizFaceOf, type QuizRules } from '@haven/assessment/contract';
import { Recordings } from '@haven/recordings/api';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type EntityManager } from 'typeorm';
import { type Manifest, type PinnedLesson } from './course.entity';
import { titleOf } from './diff';
import { askedIn, type CourseTree, isWithheld } from './tree';

/** The recordings that a course shows, as far as they can be played, by their ids. */
export type Playable = ReadonlyMap<string, RecordingDetail>;

/** What a release pins. A preview is told the very pins that publishing would write. */
@Injectable()
export class Pins {
  constructor(
    private readonly quizzes: Quizzes,
    private readonly recordings: Recordings,
  ) {}

  /** The recordings of a tree, each with the file that the tree shows. */
  async playable(manager: EntityManager, tree: CourseTree): Promise<Playable> {
    const shown = new Map(
      tree.lessons.flatMap(({ content, rev }) => (content.recording ? [[content.recording, rev ?? undefined]] : [])),
    );
    const details = await Promise.all([...shown].map(([id, rev]) => this.recordings.playable(manager, id, rev)));
    return new Map(details.flatMap((detail) => (detail ? [[detail.id, detail] as const] : [])));
  }

  /** What would be pinned. */
  preview(manager: EntityManager, tree: CourseTree, playable: Playable): Promise<Manifest> {
    return this.manifest(tree, playable, (id, { rules, questions }) =>
      this.quizzes.numberOf(manager, id, rules, questions),
    );
  }

  /** Pins a tree: its quizzes become versions that do not change. */
  write(manager: EntityManager, tree: CourseTree, playable: Playable): Promise<Manifest> {
    return this.manifest(tree, playable, (id, { rules, questions }) => this.quizzes.pin(manager, id, rules, questions));
  }

  /** The same pins for one throw-away learner, with quizzes of their own. `tree`: what is pinned. */
  async lend(manager: EntityManager, learner: string, pinned: Manifest, tree: CourseTree): Promise<Manifest> {
    const shown = new Map(tree.lessons.map((lesson) => [lesson.id, lesson]));
    const lessons: PinnedLesson[] = [];
    for (const lesson of pinned.lessons) {
      const { quiz } = lesson;
      const from = shown.get(lesson.id);
      const questions = from && askedIn(from);
      const lent =
        from?.rules && questions
          ? await lendQuiz(manager, learner, { title: titleOf(from.content), rules: from.rules, questions })
          : null;
      lessons.push({ ...lesson, quiz: quiz && lent && { ...quiz, ...lent } });
    }
    return { ...pinned, lessons };
  }

  private async manifest(tree: CourseTree, playable: Playable, versionOf: VersionOf): Promise<Manifest> {
    const lessons: PinnedLesson[] = [];
    for (const lesson of tree.lessons) {
      const { id, slug, version, hash, content, rules } = lesson;
      const questions = askedIn(lesson);
      const recording = content.recording ? playable.get(content.recording) : undefined;
      const paper = rules && questions && { rules, questions };
      lessons.push({
        ...{ id, slug, version, hash, rule: content.rule },
        recording: recording ? { id: recording.id, rev: recording.rev, duration: recording.duration } : null,
        quiz:
          content.quiz && paper
            ? { ...quizFaceOf(content.quiz, paper), version: await versionOf(content.quiz, paper) }
            : null,
      });
    }
    const withheld = isWithheld(tree) ? { withheld: tree.withheld } : {};
    return { course: tree.version, ...withheld, lessons };
  }
}

type VersionOf = (quiz: string, paper: { rules: QuizRules; questions: readonly Asked[] }) => Promise<number>;
