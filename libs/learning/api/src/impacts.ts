import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audience, Catalog, type ComingRelease, samePin } from '@haven/catalog/api';
import { type Impact } from '@haven/catalog/contract';
import { type EntityManager } from 'typeorm';
import { FactReader } from './fact-reader';
import { sinceCompleted } from './since-completed';
import { hideSmall } from './small-groups';
import { standingIn } from './standing';

/** How many people are read at once. */
const BATCH = 500;

/** What a release is for the people of a course, counted. Those under way are in exactly one of four parts. */
export interface Figures {
  readonly news: number;
  readonly noNews: number;
  readonly finish: number;
  readonly more: number;
  readonly less: number;
  readonly same: number;
}

/** Foretells what a release will be for people, by the same pure functions that decide it when it comes. */
@Injectable()
export class Impacts implements OnModuleInit {
  constructor(
    private readonly audience: Audience,
    private readonly catalog: Catalog,
    private readonly facts: FactReader,
  ) {}

  onModuleInit(): void {
    this.audience.report(async (manager, coming) => shown(await this.figures(manager, coming)));
  }

  /** The counts as they are, for nobody's eyes. */
  async figures(manager: EntityManager, coming: ComingRelease): Promise<Figures> {
    return { ...(await this.completed(manager, coming)), ...(await this.underWay(manager, coming)) };
  }

  private async completed(manager: EntityManager, coming: ComingRelease): Promise<Pick<Figures, 'news' | 'noNews'>> {
    const groups = await manager.query<{ id: string; number: number; people: number }[]>(
      `SELECT release_id AS id, release_number AS number, count(*)::int AS people FROM course_completion WHERE course_id = $1 GROUP BY 1, 2`,
      [coming.course],
    );
    const counts = { news: 0, noNews: 0 };
    for (const { id, number, people } of groups) {
      const items = sinceCompleted(number, await this.catalog.pinned(manager, id), coming);
      counts[items.some(({ since }) => since === coming.number) ? 'news' : 'noNews'] += people;
    }
    return counts;
  }

  private async underWay(
    manager: EntityManager,
    { course, before, manifest }: ComingRelease,
  ): Promise<Omit<Figures, 'news' | 'noNews'>> {
    const [old, ids] = [new Map(before.manifest.lessons.map((lesson) => [lesson.id, lesson])), new Set<string>()];
    for (const { id } of [...before.manifest.lessons, ...manifest.lessons]) ids.add(id);
    // What somebody has earned of lessons that stay as they are was awarded already.
    const fresh = manifest.lessons.filter((lesson) => {
      const then = old.get(lesson.id);
      return !then || !samePin(then, lesson);
    });
    const freshIds = new Set(fresh.map(({ id }) => id));
    const counts = { finish: 0, more: 0, less: 0, same: 0 };
    for (let last = ''; ;) {
      const people = await manager.query<{ person: string; done: string[] | null }[]>(
        `SELECT e.person_id AS person, array_agg(l.lesson_id) FILTER (WHERE l.lesson_id IS NOT NULL) AS done
           FROM enrolment e LEFT JOIN lesson_completion l ON l.person_id = e.person_id AND l.lesson_id = ANY($2)
          WHERE e.course_id = $1 AND e.person_id::text > $3
            AND NOT EXISTS (SELECT 1 FROM course_completion c WHERE c.person_id = e.person_id AND c.course_id = e.course_id)
          GROUP BY e.person_id ORDER BY e.person_id::text LIMIT ${BATCH}`,
        [course, [...ids], last],
      );
      const factsOf = await this.facts.readAll(
        manager,
        people.map(({ person }) => person),
        fresh,
      );
      for (const { person, done } of people) {
        const awarded = new Set(done);
        const was = before.manifest.lessons.filter(({ id }) => !awarded.has(id)).length;
        const { open } = standingIn(manifest.lessons, awarded, (lesson) =>
          freshIds.has(lesson.id) ? factsOf(person, lesson) : nothing,
        );
        counts[open === 0 ? 'finish' : open > was ? 'more' : open < was ? 'less' : 'same']++;
      }
      if (people.length < BATCH) return counts;
      last = people.at(-1)?.person ?? '';
    }
  }
}

const nothing = {
  read: false,
  ranges: [],
  unproven: [],
  transcriptRead: false,
  passed: null,
  passedVersions: [],
  openAttempt: null,
};

/** As editors may see them. */
function shown({ news, noNews, finish, more, less, same }: Figures): Omit<Impact, 'added' | 'changed'> {
  const completed = hideSmall([news, noNews]);
  const underWay = hideSmall([finish, more, less, same]);
  const part = (at: number) => underWay.parts[at] ?? null;
  return {
    completed: { all: completed.whole, news: completed.parts[0] ?? null },
    underWay: { all: underWay.whole, finish: part(0), more: part(1), less: part(2) },
  };
}
