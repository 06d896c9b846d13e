import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type ExtraTime } from '@haven/assessment/contract';
import { People } from '@haven/identity/api';
import { notFound } from '@haven/shared/api';
import { type Done } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { ExtraTimeRow } from './extra-time.entity';

/** Who has more time in quizzes. It holds for attempts that begin from then on. */
@Injectable()
export class ExtraTimes {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: People,
  ) {}

  /** Gives so many per cent more; 0 takes it away, and nothing is left of it. @throws Refusal `not-found` for an address without an account. */
  async give({ email, percent }: ExtraTime): Promise<Done> {
    const person = await this.people.byEmail(email);
    if (!person) throw notFound();
    const manager = this.database.manager;
    if (percent === 0) await manager.delete(ExtraTimeRow, { personId: person.id });
    else await manager.upsert(ExtraTimeRow, { personId: person.id, percent }, ['personId']);
    return { ok: true };
  }

  /** How many per cent more somebody has. */
  async of(manager: EntityManager, person: string): Promise<number> {
    return (await manager.findOneBy(ExtraTimeRow, { personId: person }))?.percent ?? 0;
  }
}
