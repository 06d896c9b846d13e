import { Injectable } from '@nestjs/common';
import { type QuizPool } from '@haven/assessment/contract';
import { can } from '@haven/shared/api';
import { roles } from '@haven/shared/contract';
import { type EntityManager } from 'typeorm';
import { QuizUses } from './quiz-uses';

/** A question that a quiz draws from another one, `home`, with the tags that it draws it by. */
export interface Pooled {
  readonly question: string;
  readonly home: string;
  readonly tags: readonly string[];
}

/** One of them by one tag. */
interface Found {
  readonly quiz: string;
  readonly question: string;
  readonly home: string;
  readonly tag: string;
  readonly practice: boolean;
}

/** So many questions of a tag are drawn from at most, the newest: a version holds them all, and one attempt is asked a hundred at most. */
const MOST = 200;

/** The roles that may read every draft. */
const readers = roles.filter((role) => can({ id: '', role }, 'draft.read', { author: 'another' }));

/**
 * Questions of other quizzes that are ready, beside each quiz that may draw them (`d`): what everybody who may read that quiz may read too.
 * That of an author draws from their own quizzes, that of somebody who reads all, or of nobody any more, from all. Practice draws from
 * practice and a graded quiz from graded ones, so that no key that is shown in the one is asked in the other.
 */
const reach = `
  FROM quiz d LEFT JOIN person a ON a.id = d.author_id
  JOIN quiz z ON z.id <> d.id AND z.learner_id IS NULL
   AND (d.author_id IS NULL OR a.role = ANY($2) OR z.author_id = d.author_id)
  JOIN question q ON q.id = ANY(z.questions) AND q.ready
  CROSS JOIN LATERAL unnest(q.tags) t(tag)
  CROSS JOIN LATERAL (SELECT coalesce((z.rules->>'practice')::boolean, false) AS practice,
                             coalesce((d.rules->>'practice')::boolean, false) AS asked) purpose`;

/** What quizzes draw from: the questions of other quizzes, by tag. Those of a quiz that no course asks any more are not among them. */
@Injectable()
export class Pools {
  constructor(private readonly uses: QuizUses) {}

  /** What the drafts of these quizzes draw, by quiz, in the order of their ids. */
  async of(manager: EntityManager, quizzes: readonly string[]): Promise<Map<string, Pooled[]>> {
    const found = await this.found(
      manager,
      `WHERE d.id = ANY($1) AND practice = asked
         AND d.rules->'draws' @> jsonb_build_array(jsonb_build_object('tag', t.tag, 'from', 'bank'))`,
      quizzes,
    );
    const kept = [...Map.groupBy(found, ({ quiz, tag }) => `${quiz} ${tag}`).values()].flatMap((of) =>
      of.slice(0, MOST),
    );
    const pools = new Map(quizzes.map((quiz) => [quiz, new Map<string, Pooled>()]));
    for (const { quiz, question, home, tag } of kept) {
      const tags = pools.get(quiz)?.get(question)?.tags ?? [];
      pools.get(quiz)?.set(question, { question, home, tags: [...tags, tag] });
    }
    return new Map(
      [...pools].map(([quiz, pool]) => [
        quiz,
        [...pool.values()].toSorted((a, b) => (a.question < b.question ? -1 : 1)),
      ]),
    );
  }

  /** How many questions there are of each tag that a quiz could draw. */
  async sizes(manager: EntityManager, quiz: string): Promise<QuizPool[]> {
    const found = await this.found(manager, 'WHERE d.id = ANY($1)', [quiz]);
    return [...Map.groupBy(found, ({ tag, practice }) => `${practice} ${tag}`).values()].flatMap((of) => {
      const [one] = of;
      return one ? [{ tag: one.tag, practice: one.practice, questions: Math.min(of.length, MOST) }] : [];
    });
  }

  /** The newest first. */
  private async found(manager: EntityManager, where: string, quizzes: readonly string[]): Promise<Found[]> {
    const rows = await manager.query<Found[]>(
      `SELECT d.id AS quiz, q.id AS question, z.id AS home, t.tag, practice ${reach} ${where} ORDER BY t.tag, q.id DESC`,
      [quizzes, readers],
    );
    if (rows.length === 0) return [];
    const uses = await this.uses.of(manager, [...new Set(rows.map(({ home }) => home))]);
    return rows.filter(({ home }) => uses.get(home)?.length);
  }
}
