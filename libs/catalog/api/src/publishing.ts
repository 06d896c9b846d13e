import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Quizzes } from '@haven/assessment/api';
import {
  type Finding,
  type PublishCourse,
  type PublishPreview,
  type ReleaseCard,
  type ReleaseCards,
} from '@haven/catalog/contract';
import { People } from '@haven/identity/api';
import { Recordings } from '@haven/recordings/api';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type Actor, Clock, Events, newId, type Person, Refusal, topic } from '@haven/shared/api';
import { type PageQuery } from '@haven/shared/contract';
import { type DataSource, type EntityManager, LessThan } from 'typeorm';
import { CourseRow, type Manifest, type PinnedLesson, ReleaseRow } from './course.entity';
import { toCourseDetail } from './course.view';
import { Drafts } from './drafts';
import { findings } from './findings';
import { showMedia } from './media/media-of';
import { type CourseTree, treeName } from './tree';

/** A course has a new release. */
export const coursePublished = topic<{ course: string }>('catalog.course-published');

/** Publishing: what would happen, and making it happen, in one transaction that a reader sees whole or not at all. */
@Injectable()
export class Publishing {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly quizzes: Quizzes,
    private readonly recordings: Recordings,
    private readonly people: People,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, id: string): Promise<PublishPreview> {
    const manager = this.database.manager;
    const course = await this.drafts.load(manager, actor, id);
    const { draft, changes, status } = await this.drafts.compare(manager, course);
    return { draft: treeName(draft), status, changes, findings: findings(draft, await this.media(manager, draft)) };
  }

  /**
   * Makes the draft named `draft` the next release. Two who publish at once wait for each other. Owns its transaction.
   * @throws Refusal `stale` when the draft is no longer the one that was reviewed, `nothing-to-publish`, `not-publishable` with the findings.
   */
  async publish(actor: Person, id: string, { draft: reviewed, note }: PublishCourse): Promise<ReleaseCard> {
    const { release, news } = await this.database.transaction(async (manager) => {
      const course = await this.drafts.load(manager, actor, id, true);
      const { draft, released, status } = await this.drafts.compare(manager, course);
      if (treeName(draft) !== reviewed)
        throw new Refusal('stale', 'The draft changed after you opened this page. Look at it again.');
      if (released && treeName(released) === reviewed)
        throw new Refusal('nothing-to-publish', 'Learners already see exactly this.');
      const media = await this.media(manager, draft);
      refuseBlocking(findings(draft, media));
      return this.write(manager, course, draft, media, {
        note,
        by: actor.id,
        number: (status.release?.number ?? 0) + 1,
      });
    });
    await this.events.deliver(news);
    return (await this.cards([release], release.id))[0] as ReleaseCard;
  }

  async releases(actor: Actor, id: string, { after, limit }: PageQuery): Promise<ReleaseCards> {
    const manager = this.database.manager;
    const course = await this.drafts.load(manager, actor, id);
    const rows = await manager.find(ReleaseRow, {
      where: { courseId: id, ...(after && { number: LessThan(/^\d{1,9}$/.test(after) ? Number(after) : 0) }) },
      order: { number: 'DESC' },
      take: limit + 1,
    });
    const items = await this.cards(rows.slice(0, limit), course.releaseId);
    return { items, next: rows.length > limit ? String(items.at(-1)?.number) : null };
  }

  private async write(
    manager: EntityManager,
    course: CourseRow,
    draft: CourseTree,
    media: ReadonlyMap<string, RecordingDetail>,
    { note, by, number }: { note: string; by: string; number: number },
  ): Promise<{ release: ReleaseRow; news: string[] }> {
    const publishedAt = this.clock.now();
    const release = manager.create(ReleaseRow, {
      id: newId(),
      courseId: course.id,
      number,
      note,
      manifest: await this.pin(manager, draft, media),
      detail: toCourseDetail(course, draft, media, { number, publishedAt }),
      publishedBy: by,
      publishedAt,
    });
    await manager.insert(ReleaseRow, release);
    await this.recordings.publish(manager, [...media.values()]);
    await showMedia(manager, course.id, draft);
    await manager.update(CourseRow, { id: course.id }, { releaseId: release.id });
    const news = await this.events.record(manager, coursePublished, [{ course: course.id }]);
    return { release, news };
  }

  private async pin(
    manager: EntityManager,
    draft: CourseTree,
    media: ReadonlyMap<string, RecordingDetail>,
  ): Promise<Manifest> {
    const lessons: PinnedLesson[] = [];
    for (const { id, slug, version, content, rules, questions } of draft.lessons) {
      const recording = content.recording ? media.get(content.recording) : undefined;
      const quizVersion =
        content.quiz && rules && questions ? await this.quizzes.pin(manager, content.quiz, rules, questions) : null;
      lessons.push({
        id,
        slug,
        version,
        rule: content.rule,
        recording: recording ? { id: recording.id, rev: recording.rev, duration: recording.duration } : null,
        quiz:
          content.quiz && quizVersion !== null
            ? { ...(await this.quizzes.face(manager, content.quiz, quizVersion)), version: quizVersion }
            : null,
      });
    }
    return { course: draft.version, lessons };
  }

  /** The recordings that a tree uses, as far as they can be played. */
  private async media(manager: EntityManager, tree: CourseTree): Promise<Map<string, RecordingDetail>> {
    const ids = new Set(tree.lessons.flatMap(({ content }) => content.recording ?? []));
    const details = await Promise.all([...ids].map((id) => this.recordings.playable(manager, id)));
    return new Map(details.flatMap((detail) => (detail ? [[detail.id, detail] as const] : [])));
  }

  private async cards(releases: readonly ReleaseRow[], current: string | null): Promise<ReleaseCard[]> {
    const names = await this.people.namesOf(releases.flatMap((release) => release.publishedBy ?? []));
    return releases.map(({ id, number, note, publishedAt, publishedBy }) => ({
      number,
      note,
      publishedAt: publishedAt.toISOString(),
      by: (publishedBy && names.get(publishedBy)) || null,
      current: id === current,
    }));
  }
}

function refuseBlocking(found: readonly Finding[]): void {
  const blocking = found.filter((finding) => finding.level === 'blocking');
  if (blocking.length === 0) return;
  const fields = blocking.map(({ code, title, lesson }) => ({ path: lesson ?? '', message: `${code}: ${title.en}` }));
  throw new Refusal('not-publishable', 'Something has to be put right before this can be published.', fields);
}
