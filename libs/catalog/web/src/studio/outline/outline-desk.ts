import { computed, signal, type WritableSignal } from '@angular/core';
import { type AutosavePhase } from '@haven/identity/web/editing';
import { type OutlineChange, type StudioCourse } from '@haven/catalog/contract';
import { type Problem } from '@haven/shared/contract';
import { type Modules, showChange } from './show-change';

/** What became of sending one change. `stale`: it would have undone something that somebody else did; `course` is what is there now. */
export type ChangeOutcome =
  | { kind: 'saved'; course: StudioCourse }
  | { kind: 'stale'; course: StudioCourse }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'unreachable' };

/** A change that the server does not have yet. `seen` is the version of the course that its author had before them. */
export interface Pending {
  change: OutlineChange;
  seen: number;
}

/** What was taken out and can be brought back. `from`: the version that still has it; null while the server does not know yet. */
export interface Removed {
  what: string;
  title: string;
  from: number | null;
  past: Modules;
}

/** What the desk needs from outside: the server, this device, and time. */
export interface OutlinePort {
  send(change: OutlineChange, version: number): Promise<ChangeOutcome>;
  /** False where the device would not take it. */
  keep(pending: readonly Pending[]): boolean;
  /** Calls `then` after `ms`; what it returns takes that back. */
  wait(ms: number, then: () => void): () => void;
  now(): Date;
}

const retries = [3_000, 10_000, 30_000, 60_000];

/**
 * An outline in work. A change shows at once, is kept on the device, and is sent in its turn: one request at a time, so that each is
 * written on what the one before it made. A change that the server refuses is taken out of the view and told in `refused`; nothing of
 * somebody else's is ever undone unasked.
 */
export class OutlineDesk {
  private readonly server: WritableSignal<StudioCourse>;
  private readonly queue = signal<readonly Pending[]>([]);
  private readonly sending = signal(false);
  private readonly waiting = signal(false);

  /** The course as it will be once everything is sent. */
  readonly course = computed(() =>
    this.queue().reduce((course, { change }) => showChange(course, change, this.removed()?.past ?? []), this.server()),
  );
  /** The course as the server has it. */
  readonly known = computed(() => this.server());
  readonly phase = computed((): AutosavePhase => {
    if (this.problem()) return 'refused';
    if (this.sending()) return 'sending';
    return this.waiting() ? 'device' : 'saved';
  });
  readonly savedAt = signal<Date | null>(null);
  /** Why nothing is sent any more, such as an ended session. What is not sent stays on the device. */
  readonly problem = signal<Problem | null>(null);
  readonly onDevice = signal(true);
  /** The last change that could not be made, until the person is done with it. */
  readonly refused = signal<{ change: OutlineChange; stale: boolean } | null>(null);
  readonly removed = signal<Removed | null>(null);

  private tries = 0;
  private cancel = () => {};
  private flushing: Promise<void> | null = null;

  constructor(
    course: StudioCourse,
    private readonly port: OutlinePort,
  ) {
    this.server = signal(course);
  }

  /** Makes a change. Renaming goes on while the name before is not sent. */
  do(change: OutlineChange): void {
    const queue = this.queue();
    const last = queue.at(-1);
    const unsent = last && (queue.length > 1 || !this.sending());
    const merged = unsent ? renamedOn(last.change, change) : null;
    const next = { change: merged ?? change, seen: merged && last ? last.seen : this.server().version };
    if (change.do === 'remove-lesson' || change.do === 'remove-module') this.remember(change);
    this.enqueue(merged ? [...queue.slice(0, -1), next] : [...queue, next]);
    void this.flush();
  }

  /** Takes up the changes that an earlier visit left on the device. */
  restore(pending: readonly Pending[]): void {
    this.enqueue([...pending, ...this.queue()]);
    void this.flush();
  }

  /** Brings back what was taken out last. */
  async undo(): Promise<void> {
    await this.flushing;
    const removed = this.removed();
    if (!removed) return;
    const left = this.queue().filter(({ change }) => idOf(change) !== removed.what);
    if (removed.from === null) this.enqueue(left);
    else this.do({ do: 'restore', what: removed.what, from: removed.from });
    await this.flush();
    this.removed.set(null);
  }

  /** The course as the server has it now, which may have changed by somebody else. What is not sent yet stays on top of it. */
  know(course: StudioCourse): void {
    if (course.version >= this.server().version) this.server.set(course);
  }

  get version(): number {
    return this.server().version;
  }

  /** Sends what is not sent, in its turn. Resolves when all is sent, or nothing more can be. */
  flush(): Promise<void> {
    this.cancel();
    this.problem.set(null);
    if (this.queue().length === 0) return Promise.resolve();
    return (this.flushing ??= this.sendAll());
  }

  safe(): boolean {
    return this.queue().length === 0;
  }

  /** Stops the clock. What is not sent stays on the device. */
  stop(): void {
    this.cancel();
  }

  private async sendAll(): Promise<void> {
    this.waiting.set(false);
    this.sending.set(true);
    for (let next = this.queue()[0]; next; next = this.queue()[0]) {
      const outcome = await this.port.send(next.change, next.seen);
      if (outcome.kind === 'unreachable') {
        this.waiting.set(true);
        this.cancel = this.port.wait(
          retries[Math.min(this.tries++, retries.length - 1)] ?? 60_000,
          () => void this.flush(),
        );
        break;
      }
      this.tries = 0;
      if (outcome.kind === 'refused' && outcome.problem.code === 'not-signed-in') {
        this.problem.set(outcome.problem);
        break;
      }
      this.settle(next, outcome);
    }
    this.sending.set(false);
    this.flushing = null;
  }

  private settle(sent: Pending, outcome: Exclude<ChangeOutcome, { kind: 'unreachable' }>): void {
    const rest = this.queue().slice(1);
    if (outcome.kind !== 'saved') {
      this.refused.set({ change: sent.change, stale: outcome.kind === 'stale' });
      if (this.removed()?.what === idOf(sent.change)) this.removed.set(null);
      if (outcome.kind === 'stale') this.know(outcome.course);
      return this.enqueue(rest);
    }
    const { course } = outcome;
    // Where nobody else changed anything in between, what follows was written on exactly this.
    const mine = course.version <= sent.seen + 1;
    this.enqueue(rest.map((later) => (mine && later.seen === sent.seen ? { ...later, seen: course.version } : later)));
    this.know(course);
    this.savedAt.set(this.port.now());
    if (this.removed()?.what === idOf(sent.change) && sent.change.do.startsWith('remove'))
      this.removed.update((removed) => removed && { ...removed, from: course.version - 1 });
  }

  private remember(change: OutlineChange): void {
    const { modules } = this.course();
    const what = idOf(change);
    const thing =
      modules.find(({ id }) => id === what) ?? modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === what);
    if (thing) this.removed.set({ what, title: thing.title.en, from: null, past: modules });
  }

  private enqueue(queue: readonly Pending[]): void {
    this.queue.set(queue);
    this.onDevice.set(this.port.keep(queue));
  }
}

const idOf = (change: OutlineChange): string =>
  'lesson' in change ? change.lesson : 'module' in change ? change.module : '';

/** Two renamings of one thing, one after the other, as one; null for anything else. */
function renamedOn(before: OutlineChange, after: OutlineChange): OutlineChange | null {
  if (before.do !== after.do) return null;
  if (before.do === 'rename-lesson' && after.do === 'rename-lesson' && before.lesson === after.lesson)
    return { ...after, was: before.was };
  if (before.do === 'rename-module' && after.do === 'rename-module' && before.module === after.module)
    return { ...after, was: before.was };
  return null;
}
