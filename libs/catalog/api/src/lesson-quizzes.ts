import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type QuizUse, QuizUses } from '@haven/assessment/api';
import { Clock } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type EntityManager } from 'typeorm';

interface Found {
  readonly quiz: string;
  readonly course: string;
  readonly en: string;
  readonly es: string | null;
  readonly within: Text;
  readonly number: number | null;
  readonly version: number | null;
}

/**
 * Lessons that ask a quiz: in the draft of a course, or in what everyone sees. A lesson that was taken out of the draft is in neither, nor is
 * one of a deleted course.
 */
const lessons = `
  WITH used AS (
    SELECT (v.content->>'quiz')::uuid AS quiz, i.course_id, i.id AS lesson, NULL::integer AS number, NULL::integer AS version
      FROM item i JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
      JOIN item ci ON ci.id = i.course_id JOIN item_version cv ON cv.item_id = ci.id AND cv.number = ci.draft
     WHERE (v.content->>'quiz')::uuid = ANY($1)
       AND cv.content @> jsonb_build_object('modules', jsonb_build_array(jsonb_build_object('lessons', jsonb_build_array(i.id))))
    UNION ALL
    SELECT (l->'quiz'->>'id')::uuid, c.id, (l->>'id')::uuid, r.number, (l->'quiz'->>'version')::integer
      FROM course c JOIN release r ON r.id = release_at(c.id, $2)
      CROSS JOIN LATERAL jsonb_array_elements(r.manifest->'lessons') l
     WHERE (l->'quiz'->>'id')::uuid = ANY($1))
  SELECT u.quiz, u.course_id AS course, max(u.number) AS number, max(u.version) AS version,
         max(v.content->'bodies'->'en'->>'title') AS en, max(v.content->'bodies'->'es'->>'title') AS es, min(cv.content::text)::jsonb->'title' AS within
    FROM used u
    JOIN item i ON i.id = u.lesson JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
    JOIN item ci ON ci.id = u.course_id JOIN item_version cv ON cv.item_id = ci.id AND cv.number = ci.draft
    JOIN course c ON c.id = u.course_id AND c.deleted_at IS NULL
   GROUP BY u.quiz, u.course_id, u.lesson ORDER BY u.course_id, u.lesson`;

/** Tells the bank of questions which lessons ask a quiz. */
@Injectable()
export class LessonQuizzes implements OnModuleInit {
  constructor(
    private readonly uses: QuizUses,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.report((manager, quizzes) => this.of(manager, quizzes));
  }

  private async of(manager: EntityManager, quizzes: readonly string[]): Promise<Map<string, QuizUse[]>> {
    const found = await manager.query<Found[]>(lessons, [quizzes, this.clock.now()]);
    const uses = found.map(({ quiz, course, en, es, within, number, version }): [string, QuizUse] => [
      quiz,
      {
        ...{ title: { en, ...(es && { es }) }, within, link: `/studio/courses/${course}/questions/${quiz}` },
        release: number !== null && version !== null ? { number, version } : null,
      },
    ]);
    return new Map([...Map.groupBy(uses, ([quiz]) => quiz)].map(([quiz, of]) => [quiz, of.map(([, use]) => use)]));
  }
}
