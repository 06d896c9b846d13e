import { Injectable } from '@nestjs/common';
import {
  type AccessRules,
  type Asker,
  courseAccess,
  isReadable,
  lessonAccess,
  type LessonAccess,
  stranger,
} from '@haven/catalog/contract';
import { Groups } from '@haven/identity/api';
import { type Actor, can, Clock, notFound, type Person, Refusal } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { CourseRow, type PinnedLesson, type ReleaseRow } from './course.entity';
import { withUsual } from './settings';

/** What somebody has done, as far as access asks for it: of `prerequisites` by their addresses, of lessons by their ids. */
export type Done = Pick<Asker, 'begun' | 'completed' | 'done' | 'underWay'>;
type Reader = (
  manager: EntityManager,
  person: string,
  release: ReleaseRow,
  prerequisites: readonly string[],
) => Promise<Done>;

/**
 * The door of every course: each route that hands out a course or a lesson, or takes work in one, asks here, and the answer is that of
 * `courseAccess` and `lessonAccess`. What somebody has done only learning knows, which stands above and reports here; it is asked for only
 * where it makes a difference.
 */
@Injectable()
export class Access {
  private reader: Reader | null = null;

  constructor(
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  report(reader: Reader): void {
    this.reader = reader;
  }

  /** Whether the course is there for `actor`: then its page can be read at any time. */
  async isThere(manager: EntityManager, actor: Actor, release: ReleaseRow): Promise<boolean> {
    if (release.detail.visibility !== 'groups') return true;
    return (await this.decide(manager, actor, release, courseAccess, this.clock.now())).state !== 'hidden';
  }

  /** @throws Refusal `not-found` where it is not. */
  async find(manager: EntityManager, actor: Actor, release: ReleaseRow): Promise<void> {
    if (!(await this.isThere(manager, actor, release))) throw notFound();
  }

  /** @throws Refusal `not-found`, `not-open-yet`, `closed`, `needs-courses` where `actor` may not begin the course. */
  async begin(manager: EntityManager, actor: Actor, release: ReleaseRow): Promise<void> {
    const access = await this.decide(manager, actor, release, courseAccess, this.clock.now());
    if (access.state !== 'open') throw shut(release, access);
  }

  /** @throws Refusal as `begin` does, and `locked`, where `actor` may not look at the lesson. */
  async read(manager: EntityManager, actor: Actor, release: ReleaseRow, { id }: PinnedLesson): Promise<void> {
    const rule = (rules: AccessRules, asker: Asker) => lessonAccess(rules, asker, id);
    const access = await this.decide(manager, actor, release, rule, this.clock.now());
    if (!isReadable(access)) throw shut(release, access);
  }

  /**
   * @throws Refusal as `read` does, where `actor` may do nothing in the lesson. `at`: when it was done, by their device; what was done before
   * the end counts whenever it arrives.
   */
  async work(
    manager: EntityManager,
    actor: Person,
    release: ReleaseRow,
    { id }: PinnedLesson,
    at?: string,
  ): Promise<void> {
    const rule = (rules: AccessRules, asker: Asker) => lessonAccess(rules, asker, id);
    const access = await this.decide(manager, actor, release, rule, this.momentOf(at));
    if (access.state !== 'open') throw shut(release, access);
  }

  private async decide<A extends LessonAccess>(
    manager: EntityManager,
    actor: Actor,
    release: ReleaseRow,
    rule: (rules: AccessRules, asker: Asker) => A,
    now: Date,
  ): Promise<A> {
    const rules = await this.rulesOf(manager, actor, release);
    const anyone = rule(rules, stranger(now));
    if (anyone.state === 'open' || actor.id === null) return anyone;
    const author = await this.writes(manager, actor, release);
    const groups = release.detail.groups?.map(({ id }) => id) ?? [];
    const inside = rules.circle && (await this.groups.includes(manager, actor.id, groups));
    const done = await this.reader?.(manager, actor.id, release, rules.prerequisites);
    return rule(rules, { ...stranger(now), ...done, author, inside });
  }

  /**
   * A course that is not published any more is asked of nobody, nor is one that not everyone can come to. A preview keeps to the order alone:
   * it is to be gone through before a course opens, by whoever writes it.
   */
  private async rulesOf(manager: EntityManager, actor: Actor, { detail, manifest }: ReleaseRow): Promise<AccessRules> {
    const { opens, closes, order, prerequisites, visibility } = withUsual(detail);
    const lessons = manifest.lessons.map(({ id }) => id);
    if (actor.role === 'preview')
      return { opens: null, closes: null, order, prerequisites: [], lessons, circle: false };
    const rules = { opens, closes, order, prerequisites, lessons, circle: visibility === 'groups' };
    if (prerequisites.length === 0) return rules;
    const there = await manager.query<{ slug: string }[]>(
      `SELECT c.slug FROM course c JOIN release r ON r.id = release_at(c.id, $2)
        WHERE c.slug = ANY($1) AND r.detail->>'visibility' IS DISTINCT FROM 'groups'`,
      [prerequisites, this.clock.now()],
    );
    const slugs = new Set(there.map(({ slug }) => slug));
    return { ...rules, prerequisites: prerequisites.filter((slug) => slugs.has(slug)) };
  }

  private async writes(manager: EntityManager, actor: Actor, { courseId }: ReleaseRow): Promise<boolean> {
    if (!can(actor, 'draft.read')) return false;
    const course = await manager.findOneBy(CourseRow, { id: courseId });
    return course !== null && can(actor, 'draft.read', { author: course.authorId });
  }

  /** Nothing was done later than now. */
  private momentOf(at: string | undefined): Date {
    const now = this.clock.now();
    const then = at === undefined ? now : new Date(at);
    return then < now ? then : now;
  }
}

function shut({ manifest }: ReleaseRow, access: LessonAccess): Refusal {
  switch (access.state) {
    case 'hidden':
      return notFound();
    case 'coming':
      return new Refusal('not-open-yet', 'This course is not open yet. Come back when it opens.', [
        { path: 'opens', message: access.opens },
      ]);
    case 'needs':
      return new Refusal(
        'needs-courses',
        'Complete other courses first.',
        access.courses.map((message) => ({ path: 'course', message })),
      );
    case 'locked': {
      const message = manifest.lessons.find(({ id }) => id === access.by)?.slug ?? '';
      return new Refusal('locked', 'Complete another lesson first.', [{ path: 'lesson', message }]);
    }
    case 'closed':
    case 'kept':
    case 'open':
      return new Refusal(
        'closed',
        'This course is closed. What you completed in it can still be read.',
        access.state === 'closed' ? [{ path: 'closes', message: access.since }] : [],
      );
  }
}
