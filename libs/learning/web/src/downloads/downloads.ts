import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { type CourseDetail, type LessonDetail } from '@haven/catalog/contract';
import { WatchClient } from '@haven/recordings/web';
import { type PackFile, PackStore } from '@haven/shared/web/packs';
import { DownloadsClient } from './downloads-client';
import { fetchFile, Refused } from './fetch-file';
import { type Kept, type LessonPack, type MadeFile, type PackState, planOf } from './lesson-pack';

/** A pack with how many of its bytes are here. */
export interface Download extends LessonPack {
  readonly have: number;
}

/** What the browser says of its disk, in bytes; null where it does not say. */
export interface Space {
  readonly used: number;
  readonly free: number;
}

const madeBytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content)).buffer;

/**
 * What is kept on this device, and what is on its way. One file at a time, in one tab at a time; whatever is cut off goes on where it was,
 * also after the browser was closed.
 */
@Service()
export class Downloads {
  private readonly store = new PackStore();
  private readonly client = inject(DownloadsClient);
  private readonly watch = inject(WatchClient);
  private readonly held = signal<ReadonlyMap<string, Download>>(new Map());
  private readonly measured = signal<Space | null>(null);
  private readonly unreadable = signal(false);
  private current: { id: string; stop: AbortController } | null = null;
  private running = false;

  readonly list = computed(() => [...this.held().values()].sort((a, b) => a.since - b.since));
  readonly space = this.measured.asReadonly();
  /** The browser lets nothing be kept: private windows of some, or storage switched off. */
  readonly impossible = computed(() => this.unreadable() || !('serviceWorker' in navigator));
  /** The line is gone, and something waits for it. */
  readonly cut = signal(false);
  private readonly ready = this.load();

  constructor() {
    const online = () => void this.ready.then(() => this.run());
    addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => removeEventListener('online', online));
    void this.ready.then(() => this.run());
  }

  /** Keeps these lessons. What is here of one in another choice goes. Asks the browser, the first time, not to clear it away by itself. */
  async add(course: CourseDetail, lessons: readonly LessonDetail[], kept: Kept): Promise<void> {
    await this.ready;
    if (this.held().size === 0) void navigator.storage?.persist?.().catch(() => false);
    for (const [n, lesson] of lessons.entries()) {
      const addresses = this.client.addresses(course.slug, lesson.slug);
      const { pack, made } = planOf(course, lesson, kept, addresses, Date.now() + n);
      await this.remove(pack.id);
      this.show({ ...pack, have: 0 });
      try {
        await this.store.put(pack);
        await this.make(pack, made);
      } catch (error) {
        await this.become(pack.id, isFull(error) ? 'full' : 'failed');
      }
    }
    void this.run();
  }

  async pause(id: string): Promise<void> {
    await this.become(id, 'paused');
    if (this.current?.id === id) this.current.stop.abort();
  }

  async resume(id: string): Promise<void> {
    await this.become(id, 'waiting');
    void this.run();
  }

  async remove(id: string): Promise<void> {
    if (this.current?.id === id) this.current.stop.abort();
    this.held.update((held) => new Map([...held].filter(([key]) => key !== id)));
    await this.store.remove(id);
    await this.measure();
  }

  private async load(): Promise<void> {
    try {
      for (const pack of await this.store.packs<LessonPack>()) {
        const files = await this.store.files(pack.id);
        this.show({ ...pack, have: files.reduce((sum, { size }) => sum + size, 0) });
      }
      await this.measure();
    } catch {
      this.unreadable.set(true);
    }
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      if (navigator.locks) await navigator.locks.request('haven-downloads', () => this.rounds());
      else await this.rounds();
    } finally {
      this.running = false;
    }
  }

  private async rounds(): Promise<void> {
    if (this.held().size > 0) void this.watch.renewLease().catch(() => undefined);
    this.cut.set(false);
    for (let next = this.next(); next && !this.cut(); next = this.next()) await this.fetch(next);
    await this.measure();
  }

  private next(): Download | undefined {
    return this.list().find(({ state }) => state === 'waiting');
  }

  private async fetch({ id, urls }: Download): Promise<void> {
    const stop = new AbortController();
    this.current = { id, stop };
    const grew = (bytes: number) => {
      const pack = this.held().get(id);
      if (pack) this.show({ ...pack, have: pack.have + bytes });
    };
    try {
      const files = new Map((await this.store.files(id)).map((file) => [file.url, file]));
      for (const url of urls) await fetchFile(this.store, files.get(url) ?? blank(id, url), stop.signal, grew);
      await this.become(id, 'done');
    } catch (error) {
      // Paused or taken away: that has been written by whoever did it.
      if (stop.signal.aborted) return;
      if (isFull(error)) await this.become(id, 'full');
      else if (error instanceof Refused) await this.become(id, 'failed');
      else this.cut.set(true);
    } finally {
      this.current = null;
    }
  }

  private async make({ id }: LessonPack, made: readonly MadeFile[]): Promise<void> {
    for (const { url, content } of made) {
      const file = await this.store.append({ ...blank(id, url), type: 'application/json' }, madeBytes(content));
      await this.store.note({ ...file, whole: true });
    }
  }

  private async become(id: string, state: PackState): Promise<void> {
    const pack = this.held().get(id);
    if (!pack) return;
    this.show({ ...pack, state });
    const { have: _have, ...kept } = { ...pack, state };
    // A full disk may refuse this too: then it is tried again at the next start.
    await this.store.put(kept).catch(() => undefined);
  }

  private show(download: Download): void {
    this.held.update((held) => new Map([...held, [download.id, download]]));
  }

  private async measure(): Promise<void> {
    const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    this.measured.set(
      usage === undefined || quota === undefined ? null : { used: usage, free: Math.max(0, quota - usage) },
    );
  }
}

const blank = (pack: string, url: string): PackFile => ({ pack, url, type: '', size: 0, whole: false });

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';
