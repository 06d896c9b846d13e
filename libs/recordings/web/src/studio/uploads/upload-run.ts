import { computed, type Signal, signal, type WritableSignal } from '@angular/core';
import { type UploadMetadata, type UploadTwin } from '@haven/recordings/contract';
import { type HashFile } from './file-hash';
import { type MakeTransfer, type Transfer } from './tus-client';
import {
  broken,
  type Failure,
  freshUpload,
  inPhase,
  obstacleOf,
  pauseBefore,
  percent,
  progressed,
  stopped,
  type UploadState,
} from './upload-state';

/** What an upload needs from outside: the server, a thread to read the file, and time. */
export interface UploadPort {
  transfer: MakeTransfer;
  hash: HashFile;
  tellHash(id: string, sha256: string): Promise<UploadTwin['twin']>;
  drop(id: string): Promise<void>;
  /** Whether there is a recording of this id. */
  arrived(id: string): Promise<boolean>;
  now(): number;
  /** Calls `then` after `ms`; what it returns takes that back. */
  wait(ms: number, then: () => void): () => void;
}

/** What is uploaded. `id` where the server knows it from an earlier visit; then `received` bytes of it are there. */
export interface UploadBase extends Omit<UploadMetadata, 'replaces'> {
  size: number;
  replaces: string | null;
  id: string | null;
  received: number;
}

/**
 * One file on its way. Guarantees: a lost line, a busy server and a restart stop nothing, it goes on where the server stands; what only a
 * person can settle stops it with a reason; the hash is told as soon as both it and the server's id are there.
 */
export class UploadRun {
  /** The server's name for it, once it is known there. */
  id: string | null;
  private readonly current: WritableSignal<UploadState>;
  readonly state: Signal<UploadState>;
  readonly percent = computed(() => percent(this.current()));
  /** A recording that was made of the same file, once it is known. */
  readonly twin = signal<UploadTwin['twin']>(null);

  private transfer: Transfer | null = null;
  private readonly reading = new AbortController();
  private sum: Promise<string | null> | null = null;
  private told = false;
  private cancelRetry = () => {};

  constructor(
    readonly base: UploadBase,
    private file: File | null,
    private readonly port: UploadPort,
  ) {
    this.id = base.id;
    this.current = signal(freshUpload(base.size, base.received, file ? 'waiting' : 'choose'));
    this.state = this.current.asReadonly();
  }

  /** The recording that this becomes, or whose file it replaces. */
  recording(): string | null {
    return this.base.replaces ?? this.id;
  }

  /** Its turn has come, or it tries again. */
  begin(): void {
    if (!this.file) return this.current.update((state) => inPhase(state, 'choose'));
    this.cancelRetry();
    this.current.update((state) => ({ ...inPhase(state, 'sending'), tries: state.tries }));
    this.transfer ??= this.port.transfer(this.file, this.id, this.metadata(), {
      known: (id) => {
        this.id = id;
        void this.compare();
      },
      sent: (bytes) => this.advance(bytes),
      failed: (failure) => void this.fail(failure),
      done: () => this.finish(),
    });
    this.transfer.start();
    void this.compare();
  }

  /** Tries at once what would be tried later. */
  hurry(): void {
    if (this.current().phase === 'offline') this.begin();
  }

  pause(): void {
    this.halt('paused');
  }

  /** Takes its place in the row again: after a pause, a refusal, or in spite of a twin. */
  resume(): void {
    this.current.update((state) => inPhase(state, 'waiting'));
  }

  /** The file of an upload from an earlier visit. False where it is plainly another one. */
  choose(file: File): boolean {
    if (file.size !== this.base.size || file.name !== this.base.filename) return false;
    this.file = file;
    this.resume();
    return true;
  }

  /** Throws away what was sent. False where the server could not be told. */
  async cancel(): Promise<boolean> {
    this.halt('paused');
    try {
      if (this.id) await this.port.drop(this.id);
    } catch {
      this.current.update((state) => stopped(state, 'not-cancelled'));
      return false;
    }
    this.stop();
    return true;
  }

  /** Ends all work. What the server has stays there. */
  stop(): void {
    this.halt('paused');
    this.reading.abort();
  }

  /** Bytes that are told of after a pause are of no interest: the server says where it stands when it goes on. */
  private advance(bytes: number): void {
    if (this.current().phase === 'sending') this.current.update((state) => progressed(state, this.port.now(), bytes));
  }

  private async fail(failure: Failure): Promise<void> {
    const { sent, size } = this.current();
    const recording = this.recording();
    // All was sent, and only the answer was lost: what is no upload any more is a recording by now.
    if (obstacleOf(failure) === 'gone' && sent === size && recording && (await this.port.arrived(recording)))
      return this.finish();
    this.current.update((state) => broken(state, failure));
    if (this.current().phase === 'offline')
      this.cancelRetry = this.port.wait(pauseBefore(this.current().tries), () => this.begin());
    // Nothing is left of it on the server: it has to begin anew.
    if (this.current().obstacle === 'gone') this.forget();
  }

  private finish(): void {
    this.current.update((state) => ({ ...inPhase(state, 'done'), sent: state.size }));
    void this.compare();
  }

  private halt(phase: 'paused' | 'twin'): void {
    this.cancelRetry();
    this.transfer?.stop();
    this.current.update((state) => inPhase(state, phase));
  }

  private forget(): void {
    this.id = null;
    this.transfer = null;
    this.told = false;
    this.current.update((state) => ({ ...state, sent: 0 }));
  }

  private async compare(): Promise<void> {
    if (!this.file || this.told) return;
    const sum = await (this.sum ??= this.port.hash(this.file, this.reading.signal));
    if (!sum || !this.id || this.told) return;
    this.told = true;
    try {
      const twin = await this.port.tellHash(this.id, sum);
      this.twin.set(twin);
      if (twin && ['sending', 'offline', 'waiting'].includes(this.current().phase)) this.halt('twin');
    } catch {
      // Told again with the next beginning, and at the end.
      this.told = false;
    }
  }

  private metadata(): UploadMetadata {
    const { filename, language, replaces } = this.base;
    return { filename, language, ...(replaces && { replaces }) };
  }
}
