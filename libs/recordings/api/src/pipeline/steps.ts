import { type Reason, type StepName, stepNames } from '@haven/recordings/contract';
import { Clock, Jobs, queue } from '@haven/shared/api';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { isGone, me } from './holder';
import { isQuick, nextStep } from './order';
import { type StepInput, StepRow } from './step.entity';

/** A timeline, by its key. */
export interface TimelineKey {
  readonly recordingId: string;
  readonly rev: number;
}

export const quickSteps = queue<TimelineKey>('recording-quick-steps');
export const slowSteps = queue<TimelineKey>('recording-slow-steps');

/** How often a step may be begun before it counts as failed: a file that brings workers down must not do so for ever. */
export const MAX_TRIES = 5;

/** How long a worker may be silent before its step is given to another, in milliseconds. */
const SILENCE_MS = 60_000;

const pick = ({ recordingId, rev }: TimelineKey): TimelineKey => ({ recordingId, rev });

/** The rows that say what is done with each timeline, and who is at it. Every method works in the caller's transaction. */
@Injectable()
export class Steps {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** All steps of a new timeline; `done` are those that were done on its way in. */
  async begin(manager: EntityManager, key: TimelineKey, done: readonly StepName[] = []): Promise<void> {
    await manager.insert(
      StepRow,
      stepNames.map((name) => ({ ...pick(key), name, status: done.includes(name) ? 'done' : 'waiting' }) as const),
    );
    await this.ask(manager, key);
  }

  /** Has one step done again, whatever became of it. A step that is under way goes on. */
  async again(manager: EntityManager, key: TimelineKey, name: StepName, input: StepInput | null = null): Promise<void> {
    const step = await manager.findOne(StepRow, { where: { ...pick(key), name }, lock: { mode: 'pessimistic_write' } });
    if (!step || step.status === 'running') return;
    Object.assign(step, { status: 'waiting', progress: 0, reason: null, tries: 0, holder: null, input });
    await manager.save(StepRow, step);
    await this.ask(manager, key);
  }

  /** Takes the next step for this process. Null where there is none to take, or it belongs to the other queue, which is then asked. */
  async take(manager: EntityManager, key: TimelineKey, quick: boolean): Promise<StepRow | null> {
    const steps = await manager.find(StepRow, { where: pick(key), lock: { mode: 'pessimistic_write' } });
    const next = nextStep(steps);
    if (!next || isQuick(next.name) !== quick) {
      if (next) await this.ask(manager, key);
      return null;
    }
    Object.assign(next, {
      status: 'running',
      progress: 0,
      reason: null,
      tries: next.tries + 1,
      holder: me,
      beatAt: this.clock.now(),
    });
    return manager.save(StepRow, next);
  }

  /** Says that this process is still at it. False where the step is not its any more. */
  async beat(manager: EntityManager, { recordingId, rev, name }: StepRow, progress: number): Promise<boolean> {
    const { affected } = await manager.update(
      StepRow,
      { recordingId, rev, name, holder: me },
      { progress, beatAt: this.clock.now() },
    );
    return affected === 1;
  }

  /** Whether the step is still this process's; it stays so until the transaction ends. */
  async hold(manager: EntityManager, { recordingId, rev, name }: StepRow): Promise<boolean> {
    const where = { recordingId, rev, name, holder: me, status: 'running' } as const;
    return (await manager.findOne(StepRow, { where, lock: { mode: 'pessimistic_write' } })) !== null;
  }

  /** Ends a step that is held, and asks for the next. */
  async end(manager: EntityManager, step: StepRow, status: StepRow['status'], reason: Reason | null): Promise<void> {
    const { recordingId, rev, name } = step;
    const progress = status === 'done' ? 100 : 0;
    await manager.update(StepRow, { recordingId, rev, name }, { status, reason, progress, holder: null, input: null });
    await this.ask(manager, step);
  }

  /** Ends a step as failed, whoever holds it: something is known of it that its worker does not know. */
  async refuse(manager: EntityManager, key: TimelineKey, name: StepName, reason: Reason): Promise<void> {
    await manager.update(StepRow, { ...pick(key), name }, { status: 'failed', reason, holder: null });
  }

  /** Gives back a step that was interrupted on purpose, as if it had not been begun. */
  async release(manager: EntityManager, { recordingId, rev, name, tries }: StepRow): Promise<void> {
    const set = { status: 'waiting', tries: tries - 1, holder: null } as const;
    await manager.update(StepRow, { recordingId, rev, name, holder: me, status: 'running' }, set);
  }

  /** Takes steps from workers that are gone, and asks for everything that could go on. Answers the timelines that it touched. */
  async recover(manager: EntityManager): Promise<void> {
    const silent = this.clock.now().getTime() - SILENCE_MS;
    const running = await manager.find(StepRow, { where: { status: 'running' }, lock: { mode: 'pessimistic_write' } });
    for (const step of running) {
      if (!isGone(step.holder ?? '') && (step.beatAt?.getTime() ?? 0) > silent) continue;
      const lost = step.tries >= MAX_TRIES;
      Object.assign(step, {
        status: lost ? 'failed' : 'waiting',
        reason: lost ? { code: 'interrupted', facts: { tries: step.tries } } : null,
        holder: null,
      });
      await manager.save(StepRow, step);
    }
    for (const key of await this.unfinished(manager)) await this.ask(manager, key);
  }

  private async ask(manager: EntityManager, key: TimelineKey): Promise<void> {
    const next = nextStep(await manager.findBy(StepRow, pick(key)));
    if (!next) return;
    const lane = isQuick(next.name) ? quickSteps : slowSteps;
    await this.jobs.send(manager, lane, `${key.recordingId}:${key.rev}`, pick(key));
  }

  private async unfinished(manager: EntityManager): Promise<TimelineKey[]> {
    return manager
      .createQueryBuilder(StepRow, 's')
      .select(['s.recording_id AS "recordingId"', 's.rev AS rev'])
      .where(`s.status = 'waiting'`)
      .groupBy('s.recording_id, s.rev')
      .orderBy('s.recording_id, s.rev')
      .getRawMany<TimelineKey>();
  }
}
