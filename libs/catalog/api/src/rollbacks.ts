import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type AgainPreview,
  type Finding,
  type ReleaseAgain,
  type ReleaseCard,
  type ReleaseParam,
} from '@haven/catalog/contract';
import { type Actor, type Person, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { Audience } from './audience';
import { Checklist } from './checklist';
import { type CourseRow } from './course.entity';
import { diff } from './diff';
import { Drafts } from './drafts';
import { Pins } from './pins';
import { refuseBlocking } from './publishing';
import { ReleaseLine } from './release-line';
import { Releases } from './releases';
import { type CourseTree, treeName } from './tree';

/** What can have come to pass with an old release since it was good enough to publish. All else in it is pinned. */
const perishable: readonly Finding['code'][] = [
  ...([
    'recording-not-playable',
    'no-reviewed-captions',
    'needs-itself',
    'needs-unpublished',
    'no-groups',
    'old-review',
  ] as const),
];

/**
 * Going back: what an earlier release showed is released again, as the next number. Learners see exactly what its manifest pins: the same
 * versions of lessons and quizzes, the same file of each recording. The draft stays as it is.
 */
@Injectable()
export class Rollbacks {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly pins: Pins,
    private readonly line: ReleaseLine,
    private readonly releases: Releases,
    private readonly audience: Audience,
    private readonly checklist: Checklist,
  ) {}

  /** What learners would see differently, were this release released again. */
  async preview(actor: Actor, { id, number }: ReleaseParam): Promise<AgainPreview> {
    const manager = this.database.manager;
    const course = await this.drafts.load(manager, actor, id);
    const release = await this.releases.load(manager, id, number);
    const tree = await this.releases.treeOf(manager, release);
    const { released, release: current, status } = await this.drafts.compare(manager, course);
    const outlook = await this.releases.outlook(manager, id);
    const coming = { number: outlook.next, manifest: release.manifest };
    return {
      review: await this.releases.reviewed(manager, id, treeName(tree), current),
      release: await this.releases.card(release),
      ...{ ...outlook, status, changes: diff(released, tree) },
      impact: await this.audience.impact(manager, current, coming),
      findings: await this.findings(manager, course, tree),
    };
  }

  /**
   * Releases an earlier release again, at once or at a time. Owns its transaction.
   * @throws Refusal `stale`, `nothing-to-publish`, and `not-publishable` where a recording of it cannot be shown any more.
   */
  async again(
    actor: Person,
    { id, number }: ReleaseParam,
    { review, note, at, completed }: ReleaseAgain,
  ): Promise<ReleaseCard> {
    const { release, news } = await this.database.transaction(async (manager) => {
      const course = await this.drafts.load(manager, actor, id, true);
      const source = await this.releases.load(manager, id, number);
      const tree = await this.releases.treeOf(manager, source);
      const current = await this.line.current(manager, id);
      if ((await this.releases.reviewed(manager, id, treeName(tree), current)) !== review)
        throw new Refusal('stale', 'Something was published or planned after you opened this page. Look at it again.');
      const before = await this.line.before(manager, id, at);
      if (before && treeName(await this.releases.treeOf(manager, before)) === treeName(tree))
        throw new Refusal('nothing-to-publish', 'Learners already see exactly this.');
      refuseBlocking(await this.findings(manager, course, tree));
      const { manifest, detail } = source;
      return this.line.add(manager, course, tree, {
        ...{ manifest, detail, note, at, completed },
        ...{ by: actor.id, source: number },
      });
    });
    await this.line.deliver(news);
    return this.releases.card(release);
  }

  private async findings(manager: EntityManager, course: CourseRow, tree: CourseTree): Promise<Finding[]> {
    const all = await this.checklist.of(manager, course, tree, await this.pins.playable(manager, tree));
    return all.filter(({ code }) => perishable.includes(code));
  }
}
