import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Finding, type PublishCourse, type PublishPreview, type ReleaseCard } from '@haven/catalog/contract';
import { type Actor, type Person, Refusal } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { Audience } from './audience';
import { Checklist } from './checklist';
import { toCourseDetail } from './course.view';
import { Drafts } from './drafts';
import { Pins } from './pins';
import { ReleaseLine } from './release-line';
import { Releases } from './releases';
import { treeName } from './tree';

/** Publishing a draft: what would happen, and making it happen, in one transaction that a reader sees whole or not at all. */
@Injectable()
export class Publishing {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly pins: Pins,
    private readonly line: ReleaseLine,
    private readonly releases: Releases,
    private readonly audience: Audience,
    private readonly checklist: Checklist,
  ) {}

  async preview(actor: Actor, id: string): Promise<PublishPreview> {
    const manager = this.database.manager;
    const course = await this.drafts.load(manager, actor, id);
    const { draft, release, changes, status } = await this.drafts.compare(manager, course);
    const playable = await this.pins.playable(manager, draft);
    const outlook = await this.releases.outlook(manager, id);
    const coming = { number: outlook.next, manifest: await this.pins.preview(manager, draft, playable) };
    return {
      draft: await this.releases.reviewed(manager, id, treeName(draft), release),
      ...{ ...outlook, status, changes, findings: await this.checklist.of(manager, course, draft, playable) },
      languages: toCourseDetail(course, draft, playable).languages,
      impact: await this.audience.impact(manager, release, coming),
    };
  }

  /**
   * Makes the draft named `draft` the next release, at once or at a time. Two who publish at once wait for each other. Owns its transaction.
   * @throws Refusal `stale` when what was reviewed is no longer what is there, `nothing-to-publish`, `not-publishable` with the findings.
   */
  async publish(
    actor: Person,
    id: string,
    { draft: reviewed, note, at, completed }: PublishCourse,
  ): Promise<ReleaseCard> {
    const { release, news } = await this.database.transaction(async (manager) => {
      const course = await this.drafts.load(manager, actor, id, true);
      const { draft, release: current } = await this.drafts.compare(manager, course);
      if ((await this.releases.reviewed(manager, id, treeName(draft), current)) !== reviewed)
        throw new Refusal('stale', 'The draft changed after you opened this page. Look at it again.');
      const before = await this.line.before(manager, id, at);
      if (before && treeName(await this.releases.treeOf(manager, before)) === treeName(draft))
        throw new Refusal('nothing-to-publish', 'Learners already see exactly this.');
      const playable = await this.pins.playable(manager, draft);
      refuseBlocking(await this.checklist.of(manager, course, draft, playable));
      return this.line.add(manager, course, draft, {
        manifest: await this.pins.write(manager, draft, playable),
        detail: toCourseDetail(course, draft, playable),
        ...{ note, at, completed, by: actor.id, source: null },
      });
    });
    await this.line.deliver(news);
    return this.releases.card(release);
  }
}

/** @throws Refusal `not-publishable` where anything blocks. */
export function refuseBlocking(found: readonly Finding[]): void {
  const blocking = found.filter((finding) => finding.level === 'blocking');
  if (blocking.length === 0) return;
  const fields = blocking.map(({ code, title, lesson }) => ({ path: lesson ?? '', message: `${code}: ${title.en}` }));
  throw new Refusal('not-publishable', 'Something has to be put right before this can be published.', fields);
}
