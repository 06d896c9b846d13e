import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Clock, Jobs, ObjectStore } from '@haven/shared/api';
import { type DataSource } from 'typeorm';

const DAY_MS = 24 * 3_600_000;

const inUse = `
  SELECT key FROM (
    SELECT original AS key FROM timeline WHERE original IS NOT NULL
    UNION SELECT file.value->>'object' FROM timeline, jsonb_each(files) file) used
   WHERE $1::text IS NULL OR key = $1`;

/** Tells which objects another domain refers to: all of them, or `key` if it is one. */
export type KeyReporter = (key: string | null) => Promise<readonly string[]>;

/**
 * Removes objects that nothing refers to: of deleted recordings, and of steps that were killed before they wrote down what they made. An
 * object is left alone for a day after it was last stored, because its row is written after it.
 */
@Injectable()
export class Sweep implements OnModuleInit {
  private readonly reporters: KeyReporter[] = [];

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly objects: ObjectStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 3 * * *', 'sweep-objects', async () => void (await this.run()));
  }

  /** The domains above say here, when the application starts, what they keep in the same store: recordings know nothing of them. */
  report(reporter: KeyReporter): void {
    this.reporters.push(reporter);
  }

  /** Answers the names of what was removed. */
  async run(olderThanMs = DAY_MS): Promise<string[]> {
    const before = new Date(this.clock.now().getTime() - olderThanMs);
    await this.objects.removeUnfinished(before);
    const used = new Set(await this.keysInUse());
    const removed: string[] = [];
    for await (const { key, changedAt } of this.objects.list()) {
      if (changedAt > before || used.has(key)) continue;
      // Asked again, now that its age is known: what was written down meanwhile is in use, and what is stored from here on is young.
      if ((await this.keysInUse(key)).length > 0) continue;
      await this.objects.remove(key);
      removed.push(key);
    }
    return removed;
  }

  /** The keys that rows refer to: all of them, or `key` if it is one. */
  private async keysInUse(key: string | null = null): Promise<string[]> {
    const rows = await this.database.query<{ key: string }[]>(inUse, [key]);
    const elsewhere = await Promise.all(this.reporters.map((reporter) => reporter(key)));
    return [...rows.map((row) => row.key), ...elsewhere.flat()];
  }
}
