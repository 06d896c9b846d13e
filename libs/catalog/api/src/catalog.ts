import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Quizzes } from '@haven/assessment/api';
import { type PracticeSheet } from '@haven/assessment/contract';
import { type CourseCards, type CourseDetail, type CourseQuery, type LessonDetail } from '@haven/catalog/contract';
import { Groups } from '@haven/identity/api';
import { Recordings } from '@haven/recordings/api';
import { type Actor, Clock, notFound } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { Access } from './access';
import { LessonContent } from './content';
import { CourseRow, ItemVersionRow, type PinnedLesson, ReleaseRow } from './course.entity';
import { toCourseCard, toLessonDetail, toReleasedDetail } from './course.view';
import { Previews } from './preview/previews';
import { ReleaseLine } from './release-line';

/** The words of a course that are searched, in both languages. */
const searched = `concat_ws(' ', release.detail->'title'->>'en', release.detail->'title'->>'es', release.detail->'summary'->>'en', release.detail->'summary'->>'es')`;

/** Whether a course is in the lists that everyone sees: what nobody can begin any more is not offered. */
const listed = `NOT jsonb_exists(release.detail, 'visibility') AND coalesce((release.detail->>'closes')::timestamptz > :now, true)`;

const ofGroup = `release.detail->>'visibility' = 'groups' AND release.detail->'groups' @> :group::jsonb`;

/**
 * The published side of courses: what anyone may read, and what learning builds on. Drafts are out of reach here by construction, except for
 * the throw-away learner of a preview, for whom it is what their preview pins.
 */
@Injectable()
export class Catalog {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly recordings: Recordings,
    private readonly quizzes: Quizzes,
    private readonly line: ReleaseLine,
    private readonly previews: Previews,
    private readonly access: Access,
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  /**
   * Published courses, newest first, that everyone may find and that are not over; every word of `q` must stand in the title or the summary, in
   * either language.
   */
  async search(actor: Actor, { q, topic, lang, length, group, after, limit }: CourseQuery): Promise<CourseCards> {
    const { manager } = this.database;
    const now = this.clock.now();
    if (group && !(actor.id && (await this.groups.includes(manager, actor.id, [group]))))
      return { items: [], next: null };
    const query = this.published(manager)
      .where(group ? ofGroup : listed, { now, group: JSON.stringify([{ id: group }]) })
      .orderBy('course.id', 'DESC')
      .limit(limit + 1);
    if (topic) query.andWhere(`release.detail->>'topic' = :topic`, { topic });
    if (lang) query.andWhere(`jsonb_exists(release.detail->'languages', :lang)`, { lang });
    if (length) query.andWhere(`(release.detail->>'minutes')::int <= :length`, { length });
    if (after) query.andWhere('course.id::text < :after', { after });
    for (const [at, word] of words(q).entries())
      query.andWhere(`${searched} ILIKE :w${at}`, {
        [`w${at}`]: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      });
    const rows = await query.getMany();
    const items = rows.slice(0, limit).map((row) => toCourseCard(row, now));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws Refusal `not-found`, also for those who are not in its groups. */
  async course(actor: Actor, slug: string): Promise<CourseDetail> {
    const { manager } = this.database;
    const release = await this.release(manager, actor, slug);
    await this.access.find(manager, actor, release);
    const detail = toReleasedDetail(release, await this.prerequisites(release), this.clock.now());
    // Nobody who looks at what is to come has to wait for it.
    return actor.role === 'preview' ? { ...detail, phase: 'open' } : detail;
  }

  /** @throws Refusal as `Access.read` does. */
  async lesson(actor: Actor, slug: string, lessonSlug: string): Promise<LessonDetail> {
    const manager = this.database.manager;
    const release = await this.release(manager, actor, slug);
    const pinned = lessonOf(release, lessonSlug);
    await this.access.read(manager, actor, release, pinned);
    const version = await manager.findOneByOrFail(ItemVersionRow, { itemId: pinned.id, number: pinned.version });
    const recording = pinned.recording
      ? await this.recordings.playable(manager, pinned.recording.id, pinned.recording.rev)
      : null;
    const detail = toLessonDetail(pinned, LessonContent.parse(version.content), recording, release.manifest);
    if (!pinned.quiz?.practice || (await this.forPractice(manager, release, pinned.quiz))) return detail;
    const { practice: _practice, ...quiz } = pinned.quiz;
    return { ...detail, quiz };
  }

  /**
   * The practice quiz of a lesson, keys included, for use without a line.
   * @throws Refusal `not-found` where the lesson has none, and where a graded quiz that is published asks one of the same questions; as
   * `Access.read` does.
   */
  async practice(actor: Actor, slug: string, lessonSlug: string): Promise<PracticeSheet> {
    const manager = this.database.manager;
    const release = await this.release(manager, actor, slug);
    const lesson = lessonOf(release, lessonSlug);
    await this.access.read(manager, actor, release, lesson);
    const { quiz } = lesson;
    const paper = quiz && (await this.forPractice(manager, release, quiz));
    if (!paper) throw notFound();
    const questions = paper.questions.map(({ id, tags, content }) => ({ id, tags, content }));
    return { quiz: quiz.id, version: quiz.version, release: release.id, rules: paper.rules, questions };
  }

  /** A release of a published course, the current one or one before it. @throws Refusal `not-found` */
  async anyRelease(manager: EntityManager, actor: Actor, slug: string, id: string): Promise<ReleaseRow> {
    const current = await this.release(manager, actor, slug);
    if (current.id === id) return current;
    const release = await manager.findOneBy(ReleaseRow, { id, courseId: current.courseId });
    if (!release) throw notFound();
    return release;
  }

  /** What `actor` meets under `slug`: the current release of a published course. @throws Refusal `not-found` */
  async release(manager: EntityManager, actor: Actor, slug: string): Promise<ReleaseRow> {
    if (actor.role === 'preview') return this.previews.release(manager, actor, slug);
    const release = await this.published(manager).where('course.slug = :slug', { slug }).getOne();
    if (!release) throw notFound();
    await this.line.open(manager, release);
    return release;
  }

  /** The lessons that a release pinned. */
  async pinned(manager: EntityManager, id: string): Promise<readonly PinnedLesson[]> {
    const release = await manager.findOne(ReleaseRow, { where: { id }, select: { id: true, manifest: true } });
    return release?.manifest.lessons ?? [];
  }

  /** In how many milliseconds learners will see the next change of any course: a release that is planned, an opening, an end. */
  async untilNextChange(): Promise<number> {
    const now = this.clock.now();
    const [next] = await this.database.query<{ at: Date | null }[]>(
      `SELECT min(at) AS at FROM (
         SELECT effective_at AS at FROM release WHERE cancelled_at IS NULL
         UNION ALL
         SELECT bound.at::timestamptz FROM course JOIN release ON release.id = release_at(course.id, $1)
           CROSS JOIN LATERAL (VALUES (release.detail->>'opens'), (release.detail->>'closes')) bound(at)) change WHERE at > $1`,
      [now],
    );
    return next?.at ? next.at.getTime() - now.getTime() : Infinity;
  }

  /** The current releases of these courses, as far as they have one. What somebody began in a preview is a course too. */
  async releases(manager: EntityManager, courseIds: readonly string[]): Promise<ReleaseRow[]> {
    const found = await this.published(manager).where('course.id = ANY(:ids)', { ids: courseIds }).getMany();
    const known = new Set(found.map(({ courseId }) => courseId));
    return [
      ...found,
      ...(await this.previews.releases(
        manager,
        courseIds.filter((id) => !known.has(id)),
      )),
    ];
  }

  /** What learners saw last of these courses, as far as they are deleted. */
  async deleted(manager: EntityManager, courseIds: readonly string[]): Promise<ReleaseRow[]> {
    return manager
      .createQueryBuilder(ReleaseRow, 'release')
      .innerJoin(CourseRow, 'course', 'release.id = last_release_at(course.id, course.deletedAt)')
      .where('course.id = ANY(:ids) AND course.deletedAt IS NOT NULL', { ids: courseIds })
      .getMany();
  }

  /** The courses to complete before a course, as they are called now: those that are published, and that everyone can come to. */
  private async prerequisites({ detail: { prerequisites = [] } }: ReleaseRow): Promise<CourseDetail['prerequisites']> {
    if (prerequisites.length === 0) return [];
    const manager = this.database.manager;
    const found = await this.published(manager).where('course.slug = ANY(:slugs)', { slugs: prerequisites }).getMany();
    const open = found.filter(({ detail }) => detail.visibility !== 'groups');
    const titles = new Map(open.map(({ detail }) => [detail.slug, detail.title]));
    return prerequisites.flatMap((slug) => {
      const title = titles.get(slug);
      return title ? [{ slug, title }] : [];
    });
  }

  /**
   * The paper of a practice quiz; null of a graded one, and where a graded quiz that learners see now asks one of its questions. In a preview
   * what it pins stands in the place of what they see of the course.
   */
  private async forPractice(manager: EntityManager, { courseId }: ReleaseRow, { id, version, practice }: PinnedQuiz) {
    if (!practice) return null;
    const paper = await this.quizzes.pinned(manager, id, version);
    if (!paper.rules.practice) return null;
    const graded = await manager.query<unknown[]>(
      `SELECT 1 FROM (
           SELECT r.manifest FROM course c JOIN release r ON r.id = release_at(c.id, $2)
            WHERE c.id IS DISTINCT FROM (SELECT course_id FROM preview WHERE person_id = $3)
           UNION ALL SELECT manifest FROM preview WHERE person_id = $3) shown
         CROSS JOIN LATERAL jsonb_array_elements(shown.manifest->'lessons') l
         JOIN quiz_version v ON v.quiz_id = (l->'quiz'->>'id')::uuid AND v.number = (l->'quiz'->>'version')::int
        WHERE NOT coalesce((v.rules->>'practice')::boolean, false)
          AND EXISTS (SELECT 1 FROM jsonb_array_elements(v.questions) q WHERE (q->>'question')::uuid = ANY($1)) LIMIT 1`,
      [paper.questions.map((question) => question.id), this.clock.now(), courseId],
    );
    return graded.length > 0 ? null : paper;
  }

  private published(manager: EntityManager) {
    return manager
      .createQueryBuilder(ReleaseRow, 'release')
      .innerJoin(CourseRow, 'course', 'release.id = release_at(course.id, :now)', { now: this.clock.now() });
  }
}

/** The lesson of a release by its address. @throws Refusal `not-found` */
export function lessonOf(release: ReleaseRow, slug: string): PinnedLesson {
  const lesson = release.manifest.lessons.find((pinned) => pinned.slug === slug);
  if (!lesson) throw notFound();
  return lesson;
}

type PinnedQuiz = NonNullable<PinnedLesson['quiz']>;

const words = (q: string | undefined) => (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8);
