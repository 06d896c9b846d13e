/** One thing that the reader did and the server may not know yet. The same `kind` and `key` replaces: the newest says it all. */
export interface Entry<P = unknown> {
  readonly kind: string;
  readonly key: string;
  readonly payload: P;
  /** Counts up with every replacement, so that an answer about an older one never removes a newer one. */
  readonly rev: number;
  /** Since when something under this key is waiting, in milliseconds of the device's clock. */
  readonly since: number;
  /** The code of a refusal. A refused entry is kept and explained; it is tried again at the next start. */
  readonly refused: string | null;
  /** The page on which it was done, so that a person knows what waits. Not in the mirror. */
  readonly page?: Page;
}

/** The title of a page as it was shown, and its address within the site. */
export interface Page {
  readonly title: string;
  readonly path: string;
}

export type Entries = ReadonlyMap<string, Entry>;

/** Where what the reader did is now. `page`: nowhere but in this page, because the device took it no more. */
export type OutboxState = 'saved' | 'sending' | 'device' | 'page' | 'failed';

export const entryId = ({ kind, key }: Pick<Entry, 'kind' | 'key'>) => `${kind}/${key}`;

/** The entry that follows `before` when `payload` is put under its key. */
export function next(
  before: Entry | undefined,
  { kind, key, payload }: Pick<Entry, 'kind' | 'key' | 'payload'>,
  here: Page,
  now: number,
): Entry {
  // Never below the clock: two tabs that both replace an entry must not make the same revision of it.
  const rev = Math.max((before?.rev ?? 0) + 1, now);
  // Of the page where it began: the last word of a player is said when its page has gone.
  return { kind, key, payload, rev, since: before?.since ?? now, refused: null, page: before?.page ?? here };
}

/** Both sets together; of two entries under one key the newer. */
export function merge(a: Iterable<Entry>, b: Iterable<Entry>): Map<string, Entry> {
  const merged = new Map<string, Entry>();
  for (const entry of [...a, ...b]) {
    const held = merged.get(entryId(entry));
    if (!held || entry.rev > held.rev) merged.set(entryId(entry), entry);
  }
  return merged;
}

/**
 * What a tab holds after another one changed the store: what is `stored`, and what only this tab knows, which is why an entry was refused
 * and what is not on the disk yet. A refused entry that is stored no more was saved or discarded over there.
 */
export function refreshed(stored: Entries, held: Entries, unwritten: ReadonlySet<string>): Map<string, Entry> {
  const own = [...held].filter(
    ([id, entry]) => unwritten.has(id) || (entry.refused && stored.get(id)?.rev === entry.rev),
  );
  return merge(
    own.map(([, entry]) => entry),
    stored.values(),
  );
}

/** Those of `sent` that may go now that the server has `saved` their keys: not the ones replaced meanwhile. */
export function settled(held: Entries, sent: readonly Entry[], saved: readonly string[]): Entry[] {
  const keys = new Set(saved);
  return sent.filter((entry) => keys.has(entry.key) && held.get(entryId(entry))?.rev === entry.rev);
}

/** What waits of one kind, oldest first, in requests of at most `most` entries that share a `group`. */
export function batches<P>(
  held: Entries,
  kind: string,
  most: number,
  group: (payload: P) => string = () => '',
): Entry<P>[][] {
  const groups = new Map<string, Entry<P>[][]>();
  const waiting = [...held.values()].filter((entry) => entry.kind === kind && !entry.refused) as Entry<P>[];
  for (const entry of waiting.sort((a, b) => a.since - b.since)) {
    const name = group(entry.payload);
    const lists = groups.get(name) ?? [[]];
    groups.set(name, lists);
    const last = lists.at(-1);
    if (last && last.length < most) last.push(entry);
    else lists.push([entry]);
  }
  return [...groups.values()].flat().filter((list) => list.length > 0);
}

/**
 * The one word for everything held. Waiting for the next sending is `sending`; it is `device` once the server could not be reached, and
 * `page` where the device did not take one of the `homeless` either, which is the first thing to know.
 */
export function stateOf(held: Entries, reachable: boolean, homeless: ReadonlySet<string>): OutboxState {
  const entries = [...held.values()];
  if (!reachable && entries.some((entry) => homeless.has(entryId(entry)))) return 'page';
  if (entries.some((entry) => entry.refused)) return 'failed';
  if (entries.length === 0) return 'saved';
  return reachable ? 'sending' : 'device';
}

const longest = 60_000;

/** How long to wait after `failures` in a row: doubling from a second to a minute, spread by `chance` so that devices do not come at once. */
export function backoff(failures: number, chance: number, retryAfter: string | null = null): number {
  const asked = Number(retryAfter);
  if (retryAfter && Number.isFinite(asked) && asked >= 0) return Math.min(asked * 1000, 10 * longest);
  return Math.min(longest, 1000 * 2 ** Math.max(0, failures - 1)) * (0.75 + chance / 2);
}
