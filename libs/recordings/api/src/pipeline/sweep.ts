import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Clock, Jobs, ObjectStore } from '@haven/shared/api';
import { type DataSource } from 'typeorm';

const DAY_MS = 24 * 3_600_000;

const inUse = `
  SELECT original AS key FROM timeline WHERE original IS NOT NULL
  UNION SELECT file.value->>'object' FROM timeline, jsonb_each(files) file`;

/**
 * Removes objects that nothing refers to: of deleted recordings, and of steps that were killed before they wrote down what they made. An
 * object is left alone for a day after it was last stored, because its row is written after it.
 */
@Injectable()
export class Sweep implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly objects: ObjectStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 3 * * *', 'sweep-objects', async () => void (await this.run()));
  }

  /** Answers the names of what was removed. */
  async run(olderThanMs = DAY_MS): Promise<string[]> {
    const before = this.clock.now().getTime() - olderThanMs;
    const old: string[] = [];
    for await (const { key, changedAt } of this.objects.list()) if (changedAt.getTime() <= before) old.push(key);
    // Asked after the list was made: what was stored and written down meanwhile is in use.
    const used = new Set((await this.database.query<{ key: string }[]>(inUse)).map(({ key }) => key));
    const removed = old.filter((key) => !used.has(key));
    for (const key of removed) await this.objects.remove(key);
    return removed;
  }
}
