import { Injectable } from '@nestjs/common';
import { Clock, notFound, Refusal } from '@haven/shared/api';
import { type Text } from '@haven/shared/contract';
import { type EntityManager, In } from 'typeorm';
import { type CourseContent, LessonContent } from './content';
import { ItemVersionRow, type PinnedLesson, ReleaseRow } from './course.entity';
import { samePin } from './renewals';

/** Where a borrowed lesson is from. `follows`: it is what is published there; else it stays, and `newer` says whether it was changed there since. */
export interface Home {
  readonly course: string;
  readonly title: Text;
  readonly follows: boolean;
  readonly newer: boolean;
}

/** A borrowed lesson as it was published where it is from. */
export interface Loan {
  readonly slug: string;
  readonly pin: PinnedLesson;
  readonly home: Home;
}

/**
 * Lessons of other courses. What is borrowed is the lesson itself, as it was published: whoever completed it in one course has completed it
 * in the other. It can be had as long as it was ever published, also where its course is deleted.
 */
@Injectable()
export class Borrowing {
  constructor(private readonly clock: Clock) {}

  /** The lessons that a course borrows, each from the release that it is taken from. */
  async loans(manager: EntityManager, borrowed: CourseContent['borrowed']): Promise<Map<string, Loan>> {
    const ids = Object.keys(borrowed ?? {});
    if (ids.length === 0) return new Map();
    const newest = await this.newest(manager, ids);
    const wanted = Object.values(borrowed ?? {}).flatMap(({ release }) => release ?? []);
    const releases = await manager.findBy(ReleaseRow, { id: In([...wanted, ...newest.values()]) });
    const byId = new Map(releases.map((release) => [release.id, release]));
    return new Map(
      Object.entries(borrowed ?? {}).flatMap(([lesson, { slug, release: stays }]) => {
        const last = byId.get(newest.get(lesson) ?? '');
        const release = stays ? byId.get(stays) : last;
        const [pin, now] = [pinIn(release, lesson), pinIn(last, lesson)];
        if (!release || !pin) return [];
        const home = {
          ...{ course: release.courseId, title: release.detail.title, follows: stays === null },
          newer: now !== undefined && !samePin(now, pin),
        };
        return [[lesson, { slug, pin, home }] as const];
      }),
    );
  }

  /** What a loan holds, to be copied. */
  async content(manager: EntityManager, { pin }: Loan): Promise<LessonContent> {
    const version = await manager.findOneByOrFail(ItemVersionRow, { itemId: pin.id, number: pin.version });
    return LessonContent.parse(version.content);
  }

  /** The release that a lesson is borrowed from, if it stays as it is now. @throws Refusal `not-found`, `conflict` for a course's own lesson. */
  async release(manager: EntityManager, course: string, lesson: string): Promise<string> {
    const id = (await this.newest(manager, [lesson])).get(lesson);
    const release = id && (await manager.findOne(ReleaseRow, { where: { id }, relations: { course: true } }));
    if (!release || release.course.deletedAt) throw notFound();
    if (release.courseId === course) throw new Refusal('conflict', 'This lesson is of this course already.');
    return release.id;
  }

  /** The last releases that learners have seen and that had these lessons, by the lesson. */
  private async newest(manager: EntityManager, lessons: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.query<{ lesson: string; release: string }[]>(
      `SELECT DISTINCT ON (i.id) i.id AS lesson, r.id AS release
         FROM item i JOIN release r ON r.course_id = i.course_id AND r.cancelled_at IS NULL AND r.effective_at <= $2
        WHERE i.id = ANY($1) AND i.kind = 'lesson'
          AND r.manifest->'lessons' @> jsonb_build_array(jsonb_build_object('id', i.id))
        ORDER BY i.id, r.effective_at DESC, r.number DESC`,
      [lessons, this.clock.now()],
    );
    return new Map(rows.map(({ lesson, release }) => [lesson, release]));
  }
}

const pinIn = (release: ReleaseRow | undefined, lesson: string) =>
  release?.manifest.lessons.find(({ id }) => id === lesson);
