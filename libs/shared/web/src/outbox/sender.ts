import { type Entry } from './entries';
import { type Letter } from './post';

/** What an entry is, as a key of the dictionary of the sender's domain and its parameters. */
export interface Description {
  readonly key: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** How what waits under one kind travels. It lives in the `*-client.ts` of its domain, which knows the address. */
export interface Sender<P> {
  readonly kind: string;
  /** The most entries in one request. */
  readonly most: number;
  /** Whether the newest state is mirrored in `localStorage`: only where it holds nothing but random ids and ranges. */
  readonly mirror: boolean;
  /** How long an entry may wait for company before it is sent, in milliseconds. */
  readonly wait: number;
  /** Entries of different groups never share a request. */
  group?(payload: P): string;
  /** What an entry is, for the person who did it. It names nothing that is not in the payload. */
  describe(payload: P): Description;
  request(entries: readonly Entry<P>[]): Letter;
  /** The keys that the answer says are saved. What it does not name stays and is sent again. */
  saved(answer: unknown, entries: readonly Entry<P>[]): readonly string[];
}
