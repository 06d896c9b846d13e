import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Reason } from '@haven/recordings/contract';
import { Jobs } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { MediaProblem } from '../media/media-problem';
import { RecordingRow } from '../recording.entity';
import { TimelineRow } from '../timeline.entity';
import { Workshop } from './workshop';
import { type StepRow } from './step.entity';
import { type StepResult } from './step-work';
import { quickSteps, slowSteps, Steps, type TimelineKey } from './steps';

/** How often a running step says so and tells its progress, in milliseconds. */
const BEAT_MS = 2000;

/**
 * Takes uploaded files from step to step until they are done. Each step works outside any transaction, and all that it made becomes
 * visible in one. A worker may be killed at any moment: the step runs again, and what was made without being written down is swept away.
 */
@Injectable()
export class Pipeline implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Pipeline');
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly steps: Steps,
    private readonly workshop: Workshop,
  ) {}

  onModuleInit(): void {
    this.jobs.work(quickSteps, (key) => this.advance(key, true));
    this.jobs.work(slowSteps, (key) => this.advance(key, false));
    this.jobs.every('* * * * *', 'recover-recordings', () => this.recover());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await Promise.allSettled(this.running);
  }

  /** Puts right what killed workers left behind. */
  async recover(): Promise<void> {
    await this.workshop.clear();
    await this.database.transaction((manager) => this.steps.recover(manager));
  }

  /** Does the next steps of a timeline, as long as they are to be done here. Never throws: what went wrong is written to the step. */
  async advance(key: TimelineKey, quick: boolean): Promise<void> {
    const work = this.goOn(key, quick).catch((error: unknown) => this.log(error));
    this.running.add(work);
    await work;
    this.running.delete(work);
  }

  private async goOn(key: TimelineKey, quick: boolean): Promise<void> {
    while (!this.stop.signal.aborted) {
      const step = await this.database.transaction((manager) => this.steps.take(manager, key, quick));
      if (!step) return;
      await this.attempt(step);
    }
  }

  private async attempt(step: StepRow): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([this.stop.signal, lost.signal]);
    let progress = 0;
    const beat = setInterval(() => {
      this.steps
        .beat(this.database.manager, step, progress)
        .then((mine) => mine || lost.abort())
        .catch((error: unknown) => this.log(error));
    }, BEAT_MS);
    try {
      await this.run(step, signal, (fraction) => (progress = Math.floor(Math.min(Math.max(fraction, 0), 1) * 99)));
    } catch (error) {
      if (lost.signal.aborted) return;
      if (this.stop.signal.aborted) return await this.steps.release(this.database.manager, step);
      await this.fail(step, error);
    } finally {
      clearInterval(beat);
    }
  }

  private async run(step: StepRow, signal: AbortSignal, progress: (fraction: number) => void): Promise<void> {
    const { recordingId, rev } = step;
    const manager = this.database.manager;
    const recording = await manager.findOneByOrFail(RecordingRow, { id: recordingId });
    const timeline = await manager.findOneByOrFail(TimelineRow, { recordingId, rev });
    await this.finish(step, await this.workshop.do(step, { recording, timeline, signal, progress }));
  }

  private async finish(step: StepRow, made: StepResult): Promise<void> {
    await this.database.transaction(async (manager) => {
      if (!(await this.steps.hold(manager, step))) return;
      if ('skipped' in made) return this.steps.end(manager, step, 'skipped', made.skipped);
      const { recordingId, rev } = step;
      if (made.set) await manager.update(TimelineRow, { recordingId, rev }, made.set);
      await made.write?.(manager);
      await this.steps.end(manager, step, 'done', null);
    });
  }

  private async fail(step: StepRow, error: unknown): Promise<void> {
    this.log(error);
    const reason = reasonOf(error);
    await this.database.transaction(async (manager) => {
      if (await this.steps.hold(manager, step)) await this.steps.end(manager, step, 'failed', reason);
    });
  }

  private log(error: unknown): void {
    this.logger.error(error instanceof Error ? error.stack : String(error));
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof MediaProblem) return error.reason;
  const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
  return { code: full ? 'no-room' : 'failed', facts: {} };
}
