import { Refusal } from './problem';

interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Natural batching: while one batch is with the database the next gathers, and goes the moment the first returns. One item goes at once
 * when nothing is under way, so an idle server answers as fast as without batching. A caller is answered only after its batch committed.
 * A batch that the database refuses for what is in it is tried again item by item, so that one bad row fails alone; when the database is
 * not there at all, everybody in the batch is told at once.
 * `run` answers with one result for each item, in their order.
 */
export class Batcher<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private busy = false;

  constructor(
    private readonly run: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly limits: {
      readonly batch: number;
      readonly queue: number;
      /** Items with the same key never share a batch: the later one waits for what became of the earlier. */
      apart?(item: In): string;
    },
  ) {}

  /** @throws Refusal `busy` when the queue is full. */
  add(item: In): Promise<Out> {
    if (this.waiting.length >= this.limits.queue)
      return Promise.reject(
        new Refusal('busy', 'Too many people at once. It is kept on your device and sent again.', undefined, 2),
      );
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.busy) {
        this.busy = true;
        // Not in the same turn: whatever arrived on the sockets together belongs to one batch.
        setImmediate(() => void this.drain());
      }
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) await this.flush(this.next());
    this.busy = false;
  }

  private next(): Waiting<In, Out>[] {
    const { batch: most, apart } = this.limits;
    if (!apart) return this.waiting.splice(0, most);
    const batch = new Map<string, Waiting<In, Out>>();
    const later: Waiting<In, Out>[] = [];
    for (const entry of this.waiting) {
      const key = apart(entry.item);
      if (batch.size < most && !batch.has(key)) batch.set(key, entry);
      else later.push(entry);
    }
    this.waiting = later;
    return [...batch.values()];
  }

  private async flush(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await this.run(batch.map((entry) => entry.item));
      batch.forEach((entry, at) => entry.resolve(results[at] as Out));
    } catch (error) {
      if (batch.length > 1 && isAboutData(error)) for (const entry of batch) await this.flush([entry]);
      else for (const entry of batch) entry.reject(error);
    }
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation), PostgreSQL's appendix A. */
function isAboutData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code);
}
