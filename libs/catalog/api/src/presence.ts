import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Company, type Whereabouts } from '@haven/catalog/contract';
import { People } from '@haven/identity/api';
import { Clock, type Person } from '@haven/shared/api';
import { type DataSource, LessThan, MoreThan, Not } from 'typeorm';
import { ItemRow } from './course.entity';
import { Drafts } from './drafts';
import { PresenceRow } from './presence.entity';

/** Whoever has not been heard of for as long is not here any more, in milliseconds. Pages ask every five seconds. */
const lapse = 15_000;
const forgotten = 60_000;

/** Who is at work in a course. */
@Injectable()
export class Presence {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Says that `actor` is here, and answers who else is. Forgets everyone who has left, in any course. */
  async tell(actor: Person, id: string, { lesson }: Whereabouts): Promise<Company> {
    const manager = this.database.manager;
    await this.drafts.load(manager, actor, id);
    const now = this.clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    await manager.delete(PresenceRow, { seenAt: LessThan(before(forgotten)) });
    await manager.upsert(PresenceRow, { courseId: id, personId: actor.id, lessonId: lesson, seenAt: now }, [
      'courseId',
      'personId',
    ]);
    const here = await manager.find(PresenceRow, {
      where: { courseId: id, personId: Not(actor.id), seenAt: MoreThan(before(lapse)) },
      order: { personId: 'ASC' },
    });
    const names = await this.people.namesOf(here.map(({ personId }) => personId));
    const { draft } = await manager.findOneByOrFail(ItemRow, { id, kind: 'course' });
    return {
      version: draft,
      people: here.map(({ personId, lessonId }) => ({ name: names.get(personId) ?? null, lesson: lessonId })),
    };
  }
}
