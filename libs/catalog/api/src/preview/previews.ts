import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type PreviewParam } from '@haven/catalog/contract';
import { PersonRow, StandIns } from '@haven/identity/api';
import { can, Clock, Jobs, notFound, type Person } from '@haven/shared/api';
import { type Done } from '@haven/shared/contract';
import { type DataSource, type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { ReleaseRow } from '../course.entity';
import { PreviewRow } from './preview.entity';

/** The previews that are open: whose they are, what their learners meet, and their end. */
@Injectable()
export class Previews implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standIns: StandIns,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.standIns.report((owner, id) => this.isOpen(owner, id));
    this.jobs.every('*/10 * * * *', 'purge-previews', () => this.purge());
  }

  /** What the learner of a preview meets under `slug`. There is one course for them. @throws Refusal `not-found` */
  async release(manager: EntityManager, learner: Person, slug: string): Promise<ReleaseRow> {
    const [release] = await this.releases(manager, [learner.id]);
    if (release?.detail.slug !== slug) throw notFound();
    return release;
  }

  /**
   * What these previews pin, as releases. Each is one of a course by itself, with the id of the preview: so whoever counts people by their
   * course counts nobody of them.
   */
  async releases(manager: EntityManager, ids: readonly string[]): Promise<ReleaseRow[]> {
    if (ids.length === 0) return [];
    const rows = await manager.findBy(PreviewRow, { personId: In([...ids]) });
    return rows.map(({ personId, number, manifest, detail, effectiveAt }) =>
      manager.create(ReleaseRow, {
        ...{ id: personId, courseId: personId, number, manifest, detail },
        ...{ note: '', publishedBy: null, publishedAt: effectiveAt, effectiveAt, openedAt: effectiveAt },
        ...{ cancelledAt: null, source: null, completed: 'none', renewals: {} },
      }),
    );
  }

  /** Ends a preview of the actor's; nothing stays of it. @throws Refusal `not-found` */
  async end(actor: Person, { id: courseId, preview }: PreviewParam): Promise<Done> {
    const { manager } = this.database;
    const own = await manager.existsBy(PreviewRow, { ...this.of(actor), personId: preview, courseId });
    if (!own) throw notFound();
    await manager.delete(PersonRow, { id: preview });
    return { ok: true };
  }

  /** Takes away the learners of previews that are over. All else that was theirs goes with them. */
  async purge(): Promise<void> {
    await this.database.query(
      `DELETE FROM person WHERE role = 'preview'
         AND NOT EXISTS (SELECT 1 FROM preview WHERE person_id = person.id AND expires_at > $1)`,
      [this.clock.now()],
    );
  }

  /** Asked anew with each request: who loses the right to the course, or the course itself, loses the preview. */
  private async isOpen(owner: Person, personId: string): Promise<boolean> {
    const { session } = owner;
    if (!session || !/^[\da-f-]{36}$/.test(personId)) return false;
    const row = await this.database.manager.findOne(PreviewRow, {
      where: {
        ...{ ...this.of(owner), personId, expiresAt: MoreThan(this.clock.now()) },
        course: { deletedAt: IsNull() },
      },
      select: { personId: true, course: { id: true, authorId: true } },
      relations: { course: true },
    });
    return row !== null && can(owner, 'draft.read', { author: row.course.authorId });
  }

  /** By the session that somebody came with; without one nothing is theirs. */
  private of({ session }: Person): { sessionToken: Buffer } {
    if (!session) throw notFound();
    return { sessionToken: session };
  }
}
