import { signal } from '@angular/core';
import { type Problem } from '@haven/shared/contract';

/** What became of one attempt to save. `stale`: somebody else saved first, and this is theirs. */
export type Outcome<T> =
  | { kind: 'saved'; version: number }
  | { kind: 'stale'; theirs: Edition<T> }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'unreachable' };

/** A text and the version of it that the server gave. */
export interface Edition<T> {
  version: number;
  value: T;
}

/** What a text needs from outside: the server, this device, and time. */
export interface AutosavePort<T> {
  save(value: T, version: number): Promise<Outcome<T>>;
  /** False where the device would not take it. */
  keep(edition: Edition<T>): boolean;
  drop(): void;
  /** Calls `then` after `ms`; what it returns takes that back. */
  wait(ms: number, then: () => void): () => void;
  now(): Date;
}

export type AutosavePhase = 'saved' | 'typing' | 'invalid' | 'sending' | 'device' | 'refused' | 'conflict';

const quiet = 700;
const retries = [3_000, 10_000, 30_000, 60_000];

/**
 * Saves a text by itself. Guarantees: what is typed is on the device before it is sent and until the server has it; one request at a time,
 * so that versions follow each other; a text that somebody else changed meanwhile is never written over unasked, and of two texts the one
 * that was not chosen stays in `aside`.
 */
export class Autosave<T> {
  private readonly state = signal<AutosavePhase>('saved');
  readonly phase = this.state.asReadonly();
  readonly savedAt = signal<Date | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Theirs, while there is a conflict. */
  readonly theirs = signal<Edition<T> | null>(null);
  /** The text that was not chosen, until the person is done with it. */
  readonly aside = signal<T | null>(null);
  /** False where the device refuses to keep texts: then leaving loses what is not sent. */
  readonly onDevice = signal(true);

  private value: T;
  private version: number;
  private dirty = false;
  private valid = true;
  private tries = 0;
  private cancel = () => {};
  private inFlight: Promise<void> | null = null;

  constructor(
    base: Edition<T>,
    private readonly port: AutosavePort<T>,
    private readonly same: (a: T, b: T) => boolean = (a, b) => JSON.stringify(a) === JSON.stringify(b),
  ) {
    this.value = base.value;
    this.version = base.version;
  }

  /** Takes up a text that an earlier visit left on the device. True where it is the one to show. */
  restore(kept: Edition<T>, valid: boolean): boolean {
    if (this.same(kept.value, this.value)) {
      this.port.drop();
      return false;
    }
    if (kept.version !== this.version) {
      this.conflict({ version: this.version, value: this.value });
      this.value = kept.value;
      this.dirty = true;
      this.valid = valid;
    } else this.type(kept.value, valid);
    return true;
  }

  /** The person changed the text. `valid`: whether the server would take it. */
  type(value: T, valid: boolean): void {
    if (!this.dirty && this.same(value, this.value)) return;
    this.value = value;
    this.valid = valid;
    this.dirty = true;
    this.tries = 0;
    this.onDevice.set(this.port.keep({ version: this.version, value }));
    if (this.state() === 'conflict') return;
    this.problem.set(null);
    if (this.inFlight === null) this.state.set(valid ? 'typing' : 'invalid');
    this.later(quiet);
  }

  /** Sends what is not sent, now. Resolves when the server has answered, or cannot be reached. */
  async flush(): Promise<void> {
    this.cancel();
    while (this.inFlight) await this.inFlight;
    if (!this.dirty || this.state() === 'conflict') return;
    if (!this.valid) return this.state.set('invalid');
    this.inFlight = this.send().finally(() => (this.inFlight = null));
    await this.inFlight;
  }

  /** Theirs becomes the text; mine goes aside. Returns what to show. */
  takeTheirs(): T {
    const theirs = this.settle();
    this.aside.set(this.value);
    this.value = theirs.value;
    this.dirty = false;
    this.port.drop();
    this.state.set('saved');
    return theirs.value;
  }

  /** Mine is saved on top of theirs; theirs goes aside. */
  keepMine(): Promise<void> {
    this.aside.set(this.settle().value);
    this.state.set('typing');
    this.port.keep({ version: this.version, value: this.value });
    return this.flush();
  }

  /** Whether leaving now would lose nothing, not even the text that was put aside. */
  safe(): boolean {
    return this.state() === 'saved' && this.aside() === null;
  }

  /** Stops the clock. What is not sent stays on the device. */
  stop(): void {
    this.cancel();
  }

  private settle(): Edition<T> {
    const theirs = this.theirs();
    if (!theirs) throw new Error('There is no conflict to settle.');
    this.theirs.set(null);
    this.version = theirs.version;
    return theirs;
  }

  private async send(): Promise<void> {
    const sent = this.value;
    this.state.set('sending');
    const outcome = await this.port.save(sent, this.version);
    const typedOn = !this.same(sent, this.value);
    switch (outcome.kind) {
      case 'saved':
        return this.arrived(outcome.version, typedOn);
      case 'stale':
        return this.conflict(outcome.theirs);
      case 'refused':
        this.problem.set(typedOn ? null : outcome.problem);
        this.state.set(typedOn ? 'typing' : 'refused');
        return typedOn ? this.later(quiet) : undefined;
      case 'unreachable':
        this.state.set('device');
        return this.later(retries[Math.min(this.tries++, retries.length - 1)] ?? 60_000);
    }
  }

  private arrived(version: number, typedOn: boolean): void {
    this.version = version;
    this.tries = 0;
    this.dirty = typedOn;
    this.savedAt.set(this.port.now());
    this.problem.set(null);
    this.state.set(typedOn ? (this.valid ? 'typing' : 'invalid') : 'saved');
    if (!typedOn) return this.port.drop();
    this.port.keep({ version, value: this.value });
    this.later(quiet);
  }

  private conflict(theirs: Edition<T>): void {
    // Both came to the same words: there is nothing to choose.
    if (this.same(theirs.value, this.value) && this.dirty) return this.arrived(theirs.version, false);
    this.cancel();
    this.theirs.set(theirs);
    this.state.set('conflict');
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.port.wait(ms, () => void this.flush());
  }
}
