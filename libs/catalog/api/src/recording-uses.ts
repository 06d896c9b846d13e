import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Uses } from '@haven/recordings/api';
import { type Use } from '@haven/recordings/contract';
import { Clock } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type EntityManager } from 'typeorm';

interface Found {
  readonly recording: string;
  readonly course: string;
  readonly lesson: string;
  readonly en: string;
  readonly es: string | null;
  readonly within: Text;
  readonly published: boolean;
}

/** Lessons that show a recording: in the draft of a course, or in what everyone sees. A lesson that was taken out of the draft is in neither. */
const lessons = `
  WITH used AS (
    SELECT (v.content->>'recording')::uuid AS recording, i.course_id, i.id AS lesson, false AS published
      FROM item i JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
      JOIN item ci ON ci.id = i.course_id JOIN item_version cv ON cv.item_id = ci.id AND cv.number = ci.draft
     WHERE (v.content->>'recording')::uuid = ANY($1)
       AND cv.content @> jsonb_build_object('modules', jsonb_build_array(jsonb_build_object('lessons', jsonb_build_array(i.id))))
    UNION ALL
    SELECT (l->'recording'->>'id')::uuid, c.id, (l->>'id')::uuid, true
      FROM course c JOIN release r ON r.id = release_at(c.id, $2)
      CROSS JOIN LATERAL jsonb_array_elements(r.manifest->'lessons') l
     WHERE (l->'recording'->>'id')::uuid = ANY($1))
  SELECT u.recording, i.course_id AS course, u.lesson, bool_or(u.published) AS published,
         max(v.content->'bodies'->'en'->>'title') AS en, max(v.content->'bodies'->'es'->>'title') AS es, min(cv.content::text)::jsonb->'title' AS within
    FROM used u
    JOIN item i ON i.id = u.lesson JOIN item_version v ON v.item_id = i.id AND v.number = i.draft
    JOIN item ci ON ci.id = u.course_id JOIN item_version cv ON cv.item_id = ci.id AND cv.number = ci.draft
   GROUP BY u.recording, u.course_id, i.course_id, u.lesson ORDER BY u.course_id, u.lesson`;

/** Tells the library of recordings which lessons show them. */
@Injectable()
export class RecordingUses implements OnModuleInit {
  constructor(
    private readonly uses: Uses,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.report((manager, ids) => this.of(manager, ids));
  }

  private async of(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Use[]>> {
    const uses = new Map<string, Use[]>();
    for (const { recording, course, lesson, en, es, within, published } of await manager.query<Found[]>(lessons, [
      ids,
      this.clock.now(),
    ])) {
      const use = {
        title: { en, ...(es && { es }) },
        within,
        link: `/studio/courses/${course}/lessons/${lesson}`,
        published,
      };
      uses.set(recording, [...(uses.get(recording) ?? []), use]);
    }
    return uses;
  }
}
