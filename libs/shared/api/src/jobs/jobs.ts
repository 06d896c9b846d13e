import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { type EntityManager } from 'typeorm';
import { type Config, InjectConfig } from '../config';

interface Recurring {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** A kind of job; `D` is what each of them carries. */
export interface Queue<D extends object> {
  readonly name: string;
  readonly data?: D;
}

export const queue = <D extends object>(name: string): Queue<D> => ({ name });

interface Worker {
  readonly name: string;
  readonly run: (data: never) => Promise<void>;
}

/** A worker that is killed at a recurring job must not hold it up: silent for so long, it is taken for gone. */
const watched = { heartbeatSeconds: 10 };
const SUPERVISE_S = 15;

/** The longest that pg-boss lets a job run, which is a day; whoever has to stop earlier stops by itself. Nobody reads finished ones. */
const patient = { expireInSeconds: 23 * 3600, deleteAfterSeconds: 3600 };

/**
 * Jobs in PostgreSQL, by pg-boss. Domains register theirs while the application starts; only a process in the worker's role runs them, one
 * of each kind at a time. A job says that there is work to do and not which: what has to be done, and by whom it is being done, stands in
 * the domain's own rows. So a job may be lost, doubled or late without harm.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly recurring: Recurring[] = [];
  private readonly workers: Worker[] = [];
  private boss: PgBoss | null = null;

  constructor(@InjectConfig() private readonly config: Config) {}

  /** Runs `run` when a worker starts and at each time of `cron` (UTC), once over all workers. It is idempotent: after a crash it runs again. */
  every(cron: string, name: string, run: () => Promise<void>): void {
    this.recurring.push({ name, cron, run });
  }

  /** Has `run` do the jobs of `kind`. It is idempotent and does not throw. */
  work<D extends object>(kind: Queue<D>, run: (data: D) => Promise<void>): void {
    this.workers.push({ name: kind.name, run });
  }

  /** Asks for a job in the caller's transaction: it exists exactly if its cause does. Asking twice for the same `key` is asking once. */
  async send<D extends object>(manager: EntityManager, kind: Queue<D>, key: string, data: D): Promise<void> {
    if (!this.boss) throw new Error('jobs are sent after the application has started');
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await manager.query(text, values) }),
    };
    await this.boss.send(kind.name, data, { singletonKey: key, db });
  }

  async onApplicationBootstrap(): Promise<void> {
    const works = this.config.HAVEN_ROLE !== 'api';
    const boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      schema: 'jobs',
      application_name: 'haven jobs',
      max: works ? 4 : 1,
      supervise: works,
      superviseIntervalSeconds: SUPERVISE_S,
      schedule: works,
    });
    boss.on('error', (error) => this.logger.error(error));
    await boss.start();
    this.boss = boss;
    for (const { name } of this.workers) await boss.createQueue(name, { policy: 'short', retryLimit: 0, ...patient });
    if (works) await this.runJobs(boss);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }

  private async runJobs(boss: PgBoss): Promise<void> {
    for (const { name, cron, run } of this.recurring) {
      await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, retryBackoff: true, ...watched });
      await boss.schedule(name, cron, null, { tz: 'UTC' });
      await boss.work(name, async () => run());
      await boss.send(name, {});
    }
    for (const { name, run } of this.workers)
      await boss.work(name, { pollingIntervalSeconds: 0.5 }, async ([job]) => run(job?.data as never));
  }
}
