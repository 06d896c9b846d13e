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
 * News between domains, upward only. `record` writes it in the caller's transaction, so that it exists exactly if its cause does;
 * `deliver` hands it to the subscribers, each event in a transaction of its own with the deletion of its row. An event whose subscriber
 * fails stays and is tried again later, with growing pauses: delivery is at least once, so subscribers are idempotent.
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
    this.handlers.set(to.name, [...(this.handlers.get(to.name) ?? []), handler as Handler]);
  }

  async record<P extends object>(manager: EntityManager, to: Topic<P>, payloads: readonly P[]): Promise<void> {
    if (payloads.length === 0) return;
    const due = this.clock.now();
    await manager.insert(
      OutboxEvent,
      payloads.map((payload) => ({ id: newId(), topic: to.name, payload, due })),
    );
  }

  /** Delivers what is due until nothing is left. Called after each commit that recorded something, and by the worker. */
  async deliver(): Promise<void> {
    while (await this.deliverOne());
  }

  private async deliverOne(): Promise<boolean> {
    let taken: OutboxEvent | null = null;
    try {
      return await this.database.transaction(async (manager) => {
        taken = await manager
          .createQueryBuilder(OutboxEvent, 'e')
          .where('e.due <= :now', { now: this.clock.now() })
          .orderBy('e.id')
          .limit(1)
          .setLock('pessimistic_write')
          .setOnLocked('skip_locked')
          .getOne();
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
