import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type ExtraTime, type NewTimeCode, type OwnExtraTime, type TimeCode } from '@haven/assessment/contract';
import { guestClaimed, People } from '@haven/identity/api';
import { Clock, Events, Jobs, newCode, notFound, type Person } from '@haven/shared/api';
import { type Done } from '@haven/shared/contract';
import { type DataSource, type EntityManager, LessThan } from 'typeorm';
import { ExtraTimeRow, TimeCodeRow } from './extra-time.entity';

const MONTH_MS = 30 * 24 * 3_600_000;
/** Two groups that can be said aloud. Forty bits, good once and for a month: nobody gets there by trying. */
const GROUP = 4;

/** Who has more time in quizzes. It holds for attempts that begin from then on. */
@Injectable()
export class ExtraTimes implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: People,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.claimed(manager, guest, person));
    this.jobs.every('47 4 * * *', 'forget-time-codes', () => this.forget());
  }

  /** Gives so many per cent more; 0 takes it away, and nothing is left of it. @throws Refusal `not-found` for an address without an account. */
  async give({ email, percent }: ExtraTime): Promise<Done> {
    const person = await this.people.byEmail(email);
    if (!person) throw notFound();
    const manager = this.database.manager;
    if (percent === 0) await manager.delete(ExtraTimeRow, { personId: person.id });
    else await manager.upsert(ExtraTimeRow, { personId: person.id, percent }, ['personId']);
    return { ok: true };
  }

  /** Makes a code for somebody who cannot be named: a guest, or a person whose address nobody should have to ask for. */
  async makeCode({ percent }: NewTimeCode): Promise<TimeCode> {
    const [first, second] = [newCode(GROUP), newCode(GROUP)];
    const expiresAt = new Date(this.clock.now().getTime() + MONTH_MS);
    const row = { hash: hashOf(first + second), percent, expiresAt, personId: null };
    await this.database.manager.insert(TimeCodeRow, row);
    return { code: `${first}-${second}`, percent, until: expiresAt.toISOString() };
  }

  /**
   * Gives `actor` what `code` is worth, never less than they have. The same person may send it again; nobody else may use it any more.
   * @throws Refusal `not-found` for a code that is worth nothing to them, and for any in a preview: what is done there leaves nothing behind.
   */
  async use(actor: Person, code: string): Promise<OwnExtraTime> {
    if (actor.role === 'preview') throw notFound();
    const [has] = await this.database.manager.query<OwnExtraTime[]>(
      `WITH used AS (
         UPDATE time_code SET person_id = $2 WHERE hash = $1 AND expires_at > $3 AND (person_id IS NULL OR person_id = $2) RETURNING percent)
       INSERT INTO extra_time AS mine (person_id, percent) SELECT $2, percent FROM used
       ON CONFLICT (person_id) DO UPDATE SET percent = greatest(mine.percent, excluded.percent) RETURNING percent`,
      [hashOf(code), actor.id, this.clock.now()],
    );
    if (!has) throw notFound();
    return has;
  }

  /** How many per cent more somebody has. */
  async of(manager: EntityManager, person: string): Promise<number> {
    return (await manager.findOneBy(ExtraTimeRow, { personId: person }))?.percent ?? 0;
  }

  /** Takes away the codes whose time is over, used or not. */
  async forget(): Promise<void> {
    await this.database.manager.delete(TimeCodeRow, { expiresAt: LessThan(this.clock.now()) });
  }

  /** Whoever signs in keeps the more of the two. */
  private async claimed(manager: EntityManager, guest: string, person: string): Promise<void> {
    await manager.query(
      `INSERT INTO extra_time AS mine (person_id, percent) SELECT $2, percent FROM extra_time WHERE person_id = $1
       ON CONFLICT (person_id) DO UPDATE SET percent = greatest(mine.percent, excluded.percent)`,
      [guest, person],
    );
  }
}

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();
