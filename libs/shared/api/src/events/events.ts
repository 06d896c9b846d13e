import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { newId } from '../id';
import { OutboxEvent } from './outbox-event.entity';

/** A kind of news. The domain that makes it exports one; domains above subscribe to it; `P` is what it tells. */
export interface Topic<P> {
  readonly name: string;
  readonly payload?: P;
}

export const topic = <P>(name: string): Topic<P> => ({ name });

type Handler = (manager: EntityManager, payload: never) => Promise<void>;

/**
 * News between domains, upward only. `record` writes it in the caller's transaction, so that it exists exactly if its cause does. After the
 * commit the caller hands what it recorded to `deliver`; the worker delivers whatever a crash or a failure left behind. Each event is heard
 * in a transaction of its own with the deletion of its row: at least once, so subscribers are idempotent.
 */
@Injectable()
export class Events {
  private readonly logger = new Logger('Events');
  private readonly handlers = new Map<string, Handler[]>();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  subscribe<P>(to: Topic<P>, handler: (manager: EntityManager, payload: P) => Promise<void>): void {
    this.handlers.set(to.name, [...(this.handlers.get(to.name) ?? []), handler]);
  }

  /** Answers the ids of what was recorded, for `deliver`. What is `due` later is delivered by the worker, within a minute from then. */
  async record<P extends object>(
    manager: EntityManager,
    to: Topic<P>,
    payloads: readonly P[],
    due = this.clock.now(),
  ): Promise<string[]> {
    const rows = payloads.map((payload) => ({ id: newId(), topic: to.name, payload, due }));
    if (rows.length > 0) await manager.insert(OutboxEvent, rows);
    return rows.map((row) => row.id);
  }

  /**
   * Delivers the events with these ids, or everything that is due. Never throws: what caused the news is committed already, and a failure
   * here must not make it look otherwise. What fails is tried again by the worker, with growing pauses.
   */
  async deliver(ids: readonly string[] | 'all due'): Promise<void> {
    try {
      if (ids === 'all due') while (await this.deliverOne(null));
      else for (const id of ids) await this.deliverOne(id);
    } catch (error) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
    }
  }

  private async deliverOne(id: string | null): Promise<boolean> {
    let taken: OutboxEvent | null = null;
    try {
      return await this.database.transaction(async (manager) => {
        const due = manager.createQueryBuilder(OutboxEvent, 'e').where('e.due <= :now', { now: this.clock.now() });
        if (id) due.andWhere('e.id = :id', { id });
        taken = await due.orderBy('e.id').limit(1).setLock('pessimistic_write').setOnLocked('skip_locked').getOne();
        if (!taken) return false;
        for (const handle of this.handlers.get(taken.topic) ?? []) await handle(manager, taken.payload as never);
        await manager.delete(OutboxEvent, { id: taken.id });
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      await this.postpone(taken, error);
      return true;
    }
  }

  private async postpone(event: OutboxEvent, error: unknown): Promise<void> {
    this.logger.error(`${event.topic} ${event.id}: ${error instanceof Error ? error.stack : String(error)}`);
    const pause = Math.min(2 ** event.tries, 3600) * 1000;
    await this.database.manager.update(
      OutboxEvent,
      { id: event.id },
      { tries: event.tries + 1, due: new Date(this.clock.now().getTime() + pause) },
    );
  }
}
