import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { type Config, InjectConfig } from '../config';

interface Recurring {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** Jobs in PostgreSQL, by pg-boss. Domains register theirs while the application starts; only a process in the worker's role runs them. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly recurring: Recurring[] = [];
  private boss: PgBoss | null = null;

  constructor(@InjectConfig() private readonly config: Config) {}

  /** Runs `run` at each time of `cron` (UTC), once over all workers. `run` is idempotent: after a crash it runs again. */
  every(cron: string, name: string, run: () => Promise<void>): void {
    this.recurring.push({ name, cron, run });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.HAVEN_ROLE === 'api') return;
    const boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      schema: 'jobs',
      application_name: 'haven jobs',
      max: 4,
    });
    boss.on('error', (error) => this.logger.error(error));
    await boss.start();
    this.boss = boss;
    for (const { name, cron, run } of this.recurring) {
      await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, retryBackoff: true });
      await boss.schedule(name, cron, null, { tz: 'UTC' });
      await boss.work(name, async () => run());
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }
}
