import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type NewPreview, type Preview } from '@haven/catalog/contract';
import { People } from '@haven/identity/api';
import { Clock, notFound, type Person } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { type CourseRow } from '../course.entity';
import { toCourseDetail } from '../course.view';
import { Drafts } from '../drafts';
import { Pins } from '../pins';
import { Releases } from '../releases';
import { PreviewRow } from './preview.entity';

const LIFE_MS = 2 * 3_600_000;

/** Beginning a preview: of the draft, pinned as publishing it now would pin it, or of a release as it was pinned. */
@Injectable()
export class Previewing {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly pins: Pins,
    private readonly releases: Releases,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Owns its transaction. What blocks publishing does not stand in the way. @throws Refusal `not-found` */
  async begin(actor: Person, id: string, { release }: NewPreview): Promise<Preview> {
    const { session } = actor;
    if (!session) throw notFound();
    return this.database.transaction(async (manager) => {
      const course = await this.drafts.load(manager, actor, id);
      const { tree, ...shown } = await (release === null
        ? this.draft(manager, course)
        : this.release(manager, id, release));
      const personId = await this.people.makeNameless(manager, 'preview');
      const manifest = await this.pins.lend(manager, personId, shown.manifest, tree);
      const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS);
      await manager.insert(PreviewRow, {
        ...{ personId, sessionToken: session, courseId: id, expiresAt },
        ...{ ...shown, manifest },
      });
      return { id: personId, slug: course.slug, until: expiresAt.toISOString() };
    });
  }

  private async draft(manager: EntityManager, course: CourseRow) {
    const { draft: tree } = await this.drafts.compare(manager, course);
    const playable = await this.pins.playable(manager, tree);
    const { next: number } = await this.releases.outlook(manager, course.id);
    return {
      ...{ tree, number, effectiveAt: this.clock.now() },
      manifest: await this.pins.preview(manager, tree, playable),
      detail: toCourseDetail(course, tree, playable),
    };
  }

  private async release(manager: EntityManager, courseId: string, number: number) {
    const release = await this.releases.load(manager, courseId, number);
    const { manifest, detail, effectiveAt } = release;
    return { tree: await this.releases.treeOf(manager, release), number, manifest, detail, effectiveAt };
  }
}
