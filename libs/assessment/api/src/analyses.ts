import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type QuestionAnalysis,
  type QuestionContent,
  type QuestionDraft,
  type QuizAnalysis,
  truths,
} from '@haven/assessment/contract';
import { type Actor } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { itemStatistics } from './analysis/item-analysis';
import { languageGap } from './analysis/language-gap';
import { published, publishedCount, publishedPeople } from './analysis/published';
import { NOTHING, type Sat, type StoredAnswer, toSitting } from './analysis/sittings';
import { Drawings } from './bank/drawings';
import { Quizzes } from './quizzes';

/** The most people whose attempts are looked at, the latest first: more would change no figure. */
const MOST_PEOPLE = 5000;

/** How the questions of quizzes did. What is read of people stays in here: nothing that leaves is of fewer than ten. */
@Injectable()
export class Analyses {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
    private readonly drawings: Drawings,
  ) {}

  /**
   * How the questions of a draft, and those that were drawn from other quizzes, did with learners of this quiz, by the first attempt that each
   * person handed in. @throws Refusal `not-found`
   */
  async of(actor: Actor, quiz: string): Promise<QuizAnalysis> {
    const manager = this.database.manager;
    const draft = await this.quizzes.draft(actor, quiz);
    const { id, title, questions } = draft;
    const drawn = await this.drawings.published(manager, draft);
    const all = await this.sittings(manager, quiz);
    return {
      ...{ id, title, people: publishedPeople(all.length) },
      questions: [
        ...questions.map((question) => toAnalysis(question, all)),
        ...drawn.map((question) => ({ ...toAnalysis(question, all), drawn: true as const })),
      ],
    };
  }

  private async sittings(manager: EntityManager, quiz: string): Promise<Sat[]> {
    const attempts = await manager.query<{ id: string; version: number; seed: number; at: Date }[]>(
      `SELECT id, quiz_version AS version, seed, started_at AS at FROM (
         SELECT DISTINCT ON (person_id) id, quiz_version, seed, started_at, submitted_at FROM attempt
         WHERE quiz_id = $1 AND submitted_at IS NOT NULL ORDER BY person_id, submitted_at) first
       ORDER BY submitted_at DESC LIMIT $2`,
      [quiz, MOST_PEOPLE],
    );
    const answers = await manager.query<(StoredAnswer & { attempt: string })[]>(
      `SELECT attempt_id AS attempt, question_id AS question, answer, seq, answered_at AS at, lang FROM response
       WHERE attempt_id = ANY($1) AND NOT late`,
      [attempts.map((attempt) => attempt.id)],
    );
    const byAttempt = Map.groupBy(answers, ({ attempt }) => attempt);
    const papers = new Map<number, Awaited<ReturnType<Quizzes['pinned']>>>();
    for (const version of new Set(attempts.map((attempt) => attempt.version)))
      papers.set(version, await this.quizzes.pinned(manager, quiz, version));
    return attempts.flatMap(({ id, version, seed, at }) => {
      const paper = papers.get(version);
      return paper ? [toSitting(paper, { seed, startedAt: at, answers: byAttempt.get(id) ?? [] })] : [];
    });
  }
}

/** A question with its figures: of the wording that was asked last, so that two wordings are never counted as one. */
function toAnalysis(
  { id, version, content }: Pick<QuestionDraft, 'id' | 'version' | 'content'>,
  all: readonly Sat[],
): QuestionAnalysis {
  const wording = Math.max(0, ...all.map(({ wordings }) => wordings.get(id) ?? 0));
  const asked = all.filter(({ wordings }) => wordings.get(id) === wording).map(({ sitting }) => sitting);
  const item = itemStatistics(asked, id);
  const options = optionsOf(content);
  const counts = options.map((option) => publishedCount(item.options.get(option.id) ?? 0));
  return {
    ...{ question: id, prompt: content.prompt, kind: content.kind, earlier: wording > 0 && wording !== version },
    ...published(item, languageGap(asked, id, 'en', 'es')),
    options: options.map(({ text, right }, at) => ({ text, right, count: counts[at] ?? null })),
  };
}

/** What could be chosen, and last nothing. Types without options have none. */
function optionsOf(content: QuestionContent): { id: string; text: Text | null; right: boolean }[] {
  const options =
    content.kind === 'true-false'
      ? truths.map(({ id, text }) => ({ id, text, correct: id === String(content.truth) }))
      : 'options' in content
        ? content.options
        : content.kind === 'hotspot'
          ? content.regions
          : [];
  if (options.length === 0) return [];
  return [
    ...options.map(({ id, text, correct }) => ({ id, text, right: correct })),
    { id: NOTHING, text: null, right: false },
  ];
}
