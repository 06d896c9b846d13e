import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Lease } from '@haven/recordings/contract';
import { Clock, type Person } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { aliveSince, goodUntil } from './credit';

/**
 * Leases: play sessions that are opened ahead, for playing without a line. Whoever claims under one is credited by the time since it was
 * opened; what they are credited meanwhile anywhere counts against it, so that a lease earns no more however many sessions use it.
 */
@Injectable()
export class Leases {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Opens the lease, or finds it open; one that is over is opened anew. Owns its transaction. */
  async open(actor: Person, lease: string): Promise<Lease> {
    const now = this.clock.now();
    const startedAt = await this.database.transaction(async (manager) => {
      // The same lock that crediting takes: what is being credited right now is not forgotten.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [actor.id]);
      const [row] = await manager.query<{ startedAt: Date }[]>(
        `INSERT INTO play_session AS s (person_id, id, started_at, spent_before)
         SELECT $1, $2, $3, coalesce((SELECT spent FROM watch_budget WHERE person_id = $1), 0)
         ON CONFLICT (person_id, id) DO UPDATE
           SET started_at = CASE WHEN s.started_at > $4 THEN s.started_at ELSE excluded.started_at END,
               spent_before = CASE WHEN s.started_at > $4 THEN s.spent_before ELSE excluded.spent_before END
         RETURNING started_at AS "startedAt"`,
        [actor.id, lease, now, aliveSince(now)],
      );
      return row?.startedAt ?? now;
    });
    return { lease, until: goodUntil(startedAt).toISOString() };
  }
}
