import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { SessionStore } from '@haven/identity/web';
import { type UploadCard } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { HASH_FILE } from './file-hash';
import { TRANSFER } from './tus-client';
import { UploadClient } from './upload-client';
import { type UploadPort, UploadRun } from './upload-run';
import { places } from './upload-state';

/** How many files travel at once; the others wait for their turn. */
const atOnce = 2;

/**
 * All uploads of this browser. They go on wherever the person goes inside Haven; the tray shows them. Signing out stops them and takes
 * them off the screen; what the server has of them is listed again for the same person, until it expires.
 */
@Service()
export class Uploads {
  private readonly client = inject(UploadClient);
  private readonly session = inject(SessionStore);
  private readonly port: UploadPort = {
    transfer: inject(TRANSFER),
    hash: inject(HASH_FILE),
    tellHash: (id, sha256) => this.client.tellHash(id, sha256),
    drop: (id) => this.client.drop(id),
    arrived: (id) => this.client.arrived(id),
    now: () => performance.now(),
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };

  private readonly list = signal<readonly UploadRun[]>([]);
  /** In the order in which they were begun. */
  readonly runs = this.list.asReadonly();
  /** Whether closing the page now would interrupt something. */
  readonly busy = computed(() =>
    this.runs().some((run) => ['sending', 'offline', 'waiting'].includes(run.state().phase)),
  );
  private owner = this.session.person()?.id;

  constructor() {
    effect(() => this.startWaiting());
    effect(() => {
      const person = this.session.person()?.id;
      untracked(() => {
        if (this.owner && person !== this.owner) this.clear();
        this.owner = person;
      });
    });
    const end = new AbortController();
    inject(DestroyRef).onDestroy(() => end.abort());
    const online = () => this.runs().forEach((run) => run.hurry());
    const leave = (event: BeforeUnloadEvent) => {
      if (this.busy()) event.preventDefault();
    };
    window.addEventListener('online', online, { signal: end.signal });
    window.addEventListener('beforeunload', leave, { signal: end.signal });
  }

  /** Uploads `files` as new recordings, or one as the new file of the recording `replaces`. `language`: the one that is spoken. */
  add(files: readonly File[], language: Locale, replaces: string | null = null): void {
    const runs = files.map((file) => {
      const base = { filename: file.name, size: file.size, language, replaces, id: null, received: 0 };
      return new UploadRun(base, file, this.port);
    });
    this.list.update((all) => [...all, ...runs]);
  }

  /** Lists what earlier visits left unfinished; those that run here are known already. */
  restore(cards: readonly UploadCard[]): void {
    const known = new Set(this.runs().map((run) => run.id));
    const left = cards.filter((card) => !known.has(card.id));
    const runs = left.map(({ id, name, size, received, replaces }) => {
      // The language was told when it began; the server does not take it twice.
      const base = { filename: name, size, language: 'en' as const, replaces, id, received };
      return new UploadRun(base, null, this.port);
    });
    if (runs.length) this.list.update((all) => [...runs, ...all]);
  }

  /** Takes `run` off the list. It is over, or was cancelled. */
  remove(run: UploadRun): void {
    run.stop();
    this.list.update((all) => all.filter((other) => other !== run));
  }

  private startWaiting(): void {
    const runs = this.runs();
    const phases = runs.map((run) => run.state().phase);
    const next = runs.filter((_, i) => phases[i] === 'waiting').slice(0, places(phases, atOnce));
    untracked(() => next.forEach((run) => run.begin()));
  }

  private clear(): void {
    this.runs().forEach((run) => run.stop());
    this.list.set([]);
  }
}
