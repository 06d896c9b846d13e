import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Batcher, Clock, Events } from '@haven/shared/api';
import { type Role, roles } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { guestClaimed } from './guest-claimed';
import { alive, lifetimeOf, seenStep } from './session-lifetime';
import { SessionRow } from './session.entity';

/** Who a session belongs to. */
export interface SessionPerson {
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
}

interface Found extends SessionPerson {
  readonly token: Buffer;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/**
 * Opaque sessions: 256 random bits in a cookie, their SHA-256 in the database. Reads are batched and never cached, so a session that was
 * ended is over at once, everywhere.
 */
@Injectable()
export class Sessions {
  private readonly reads = new Batcher<Buffer, Found | null>((tokens) => this.find(tokens), {
    batch: 500,
    queue: 20_000,
  });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** Begins a session and answers its token, which exists only in the browser from then on. */
  async begin(manager: EntityManager, personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await manager.insert(SessionRow, { token: hash(token), personId, createdAt: now, seenAt: now });
    return token;
  }

  /** The person behind `token`, or null where it is unknown, ended or too old. */
  async read(token: string): Promise<SessionPerson | null> {
    const found = await this.reads.add(hash(token));
    const now = this.clock.now();
    if (!found || !alive(found, found.role, now)) return null;
    if (now.getTime() - found.seenAt.getTime() > seenStep)
      await this.database.manager.update(SessionRow, { token: found.token }, { seenAt: now });
    return { id: found.id, role: found.role, name: found.name };
  }

  /** The name that the session with this token has in the database. */
  keyOf(token: string): Buffer {
    return hash(token);
  }

  async end(token: string): Promise<void> {
    await this.database.manager.delete(SessionRow, { token: hash(token) });
  }

  /**
   * Deletes sessions past their time, then guests whom no device can reach any more, and with them all that was theirs. What a guest did who
   * signed in is handed over once more before: another tab may have saved for the guest after the first time.
   */
  async expire(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const role of roles) {
      const { idle, absolute } = lifetimeOf(role);
      await this.database.query(
        `DELETE FROM session USING person WHERE person.id = session.person_id AND person.role = $1
           AND (session.seen_at < $2 OR session.created_at < $3)`,
        [role, new Date(now - idle - seenStep), new Date(now - absolute)],
      );
    }
    await this.database.query(
      `DELETE FROM person WHERE role = 'guest' AND claimed_by IS NULL
         AND NOT EXISTS (SELECT 1 FROM session WHERE session.person_id = person.id)
         AND NOT EXISTS (SELECT 1 FROM outbox_event WHERE topic = $1 AND payload->>'guest' = person.id::text)`,
      [guestClaimed.name],
    );
    await this.events.deliver(await this.database.transaction((manager) => this.claimAgain(manager)));
  }

  private async claimAgain(manager: EntityManager): Promise<string[]> {
    const claimed = await manager.query<{ guest: string; person: string }[]>(
      `SELECT id AS guest, claimed_by AS person FROM person WHERE role = 'guest' AND claimed_by IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM session WHERE session.person_id = person.id) FOR UPDATE`,
    );
    await manager.query('UPDATE person SET claimed_by = NULL WHERE id = ANY($1)', [claimed.map(({ guest }) => guest)]);
    return this.events.record(manager, guestClaimed, claimed);
  }

  private async find(tokens: readonly Buffer[]): Promise<(Found | null)[]> {
    const rows = await this.database.query<Found[]>(
      `SELECT s.token, s.created_at AS "createdAt", s.seen_at AS "seenAt", p.id, p.role, p.name
         FROM session s JOIN person p ON p.id = s.person_id WHERE s.token = ANY($1)`,
      [tokens],
    );
    const byToken = new Map(rows.map((row) => [row.token.toString('hex'), row]));
    return tokens.map((token) => byToken.get(token.toString('hex')) ?? null);
  }
}

const hash = (token: string) => createHash('sha256').update(token).digest();
