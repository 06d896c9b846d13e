import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Longest wait, in milliseconds. */
  readonly withinMs: number;
  /** Pause between two looks, in milliseconds (25 when left out). */
  readonly everyMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Looks again and again until `look` answers something other than undefined or false, and returns that answer.
 * Returns undefined when the time is over; rejects when `signal` aborts or `look` throws.
 */
export async function waitFor<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  { withinMs, everyMs = 25, signal }: WaitOptions,
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() >= deadline) return undefined;
    await sleep(everyMs, undefined, signal ? { signal } : {});
  }
}
