import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type CompareQuery,
  type PublishPreview,
  type ReleaseCard,
  type ReleaseCards,
  type ReleaseComparison,
  type ReleaseParam,
  type ReleaseTime,
} from '@haven/catalog/contract';
import { People } from '@haven/identity/api';
import { type Actor, Clock, contentHash, notFound, type Person } from '@haven/shared/api';
import { type PageQuery } from '@haven/shared/contract';
import { type DataSource, type EntityManager, LessThan } from 'typeorm';
import { ReleaseRow } from './course.entity';
import { diff } from './diff';
import { Drafts } from './drafts';
import { ReleaseLine } from './release-line';
import { type CourseTree } from './tree';
import { Trees } from './trees';

/** The history of a course: its releases, how any two of them differ, and the plans for those that are still to come. */
@Injectable()
export class Releases {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly trees: Trees,
    private readonly line: ReleaseLine,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, id: string, { after, limit }: PageQuery): Promise<ReleaseCards> {
    const manager = this.database.manager;
    await this.drafts.load(manager, actor, id);
    const rows = await manager.find(ReleaseRow, {
      where: { courseId: id, ...(after && { number: LessThan(/^\d{1,9}$/.test(after) ? Number(after) : 0) }) },
      select: listed,
      order: { number: 'DESC' },
      take: limit + 1,
    });
    const items = await this.cards(manager, id, rows.slice(0, limit));
    return { items, next: rows.length > limit ? String(items.at(-1)?.number) : null };
  }

  /** How release `to` differs from release `from` for a reader. */
  async compare(actor: Actor, id: string, { from, to }: CompareQuery): Promise<ReleaseComparison> {
    const manager = this.database.manager;
    await this.drafts.load(manager, actor, id);
    const [one, other] = [await this.load(manager, id, from), await this.load(manager, id, to)];
    const cards = await this.cards(manager, id, [one, other]);
    const changes = diff(await this.treeOf(manager, one), await this.treeOf(manager, other));
    return { from: cards[0] as ReleaseCard, to: cards[1] as ReleaseCard, changes };
  }

  /** Gives a planned release another time, or publishes it now. Owns its transaction. @throws Refusal `conflict`, `invalid` */
  move(actor: Person, param: ReleaseParam, { at }: ReleaseTime): Promise<ReleaseCard> {
    return this.replan(actor, param, (manager, release) => this.line.move(manager, release, at));
  }

  /** Takes a planned release back. Owns its transaction. @throws Refusal `conflict` where learners see it already. */
  cancel(actor: Person, param: ReleaseParam): Promise<ReleaseCard> {
    return this.replan(actor, param, (manager, release) => this.line.cancel(manager, release));
  }

  /** A release by its number. @throws Refusal `not-found` */
  async load(manager: EntityManager, courseId: string, number: number): Promise<ReleaseRow> {
    const release = await manager.findOneBy(ReleaseRow, { courseId, number });
    if (!release) throw notFound();
    return release;
  }

  treeOf(manager: EntityManager, release: ReleaseRow): Promise<CourseTree> {
    return this.trees.release(manager, release);
  }

  /** The name of a review: of what is to be released, what learners see now, and what is planned. If any of it is another, so is the name. */
  async reviewed(manager: EntityManager, id: string, tree: string, current: ReleaseRow | null): Promise<string> {
    const planned = await this.line.planned(manager, id);
    const plans = planned.map(({ number, effectiveAt }) => [number, effectiveAt.toISOString()]);
    return contentHash({ tree, current: current?.number ?? 0, plans }).slice(0, 32);
  }

  /** What comes: the number of the next release, and what is planned. */
  async outlook(manager: EntityManager, id: string): Promise<Pick<PublishPreview, 'next' | 'planned'>> {
    return {
      next: await this.line.nextNumber(manager, id),
      planned: await this.cards(manager, id, await this.line.planned(manager, id)),
    };
  }

  async card(release: ReleaseRow): Promise<ReleaseCard> {
    return (await this.cards(this.database.manager, release.courseId, [release]))[0] as ReleaseCard;
  }

  private async cards(manager: EntityManager, courseId: string, releases: readonly Listed[]): Promise<ReleaseCard[]> {
    const names = await this.people.namesOf(releases.flatMap((release) => release.publishedBy ?? []));
    const current = (await this.line.current(manager, courseId))?.id ?? null;
    const now = this.clock.now();
    return releases.map((release) => ({
      number: release.number,
      note: release.note,
      publishedAt: release.publishedAt.toISOString(),
      at: release.effectiveAt.toISOString(),
      by: (release.publishedBy && names.get(release.publishedBy)) || null,
      state: stateOf(release, current, now),
      source: release.source,
    }));
  }

  private async replan(
    actor: Person,
    { id, number }: ReleaseParam,
    change: (manager: EntityManager, release: ReleaseRow) => Promise<string[]>,
  ): Promise<ReleaseCard> {
    const { release, news } = await this.database.transaction(async (manager) => {
      await this.drafts.load(manager, actor, id, true);
      const release = await this.load(manager, id, number);
      return { release, news: await change(manager, release) };
    });
    await this.line.deliver(news);
    return this.card(release);
  }
}

/** Everything but what a release holds: a list of fifty would be megabytes. */
const listed = {
  ...{ id: true, number: true, note: true, publishedAt: true, effectiveAt: true, cancelledAt: true },
  ...{ publishedBy: true, source: true },
} as const;
type Listed = Pick<ReleaseRow, keyof typeof listed>;

function stateOf({ id, effectiveAt, cancelledAt }: Listed, current: string | null, now: Date): ReleaseCard['state'] {
  if (cancelledAt) return 'cancelled';
  if (effectiveAt > now) return 'planned';
  return id === current ? 'current' : 'past';
}
