/** Counts tries in a sliding window, in memory only: a restart forgets them, and nothing about an address is ever at rest. */
export class TryLimiter {
  private readonly tries = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  /** Seconds to wait before `key` may try again, or 0. Does not count as a try. */
  wait(key: string, now: number): number {
    const recent = this.recent(key, now);
    const oldest = recent.at(-this.most);
    return oldest === undefined ? 0 : Math.ceil((oldest + this.windowMs - now) / 1000);
  }

  count(key: string, now: number): void {
    if (this.tries.size > 50_000) this.forgetOld(now);
    this.tries.set(key, [...this.recent(key, now), now]);
  }

  /** A try that was right does not count against the others who share the key. */
  takeBack(key: string): void {
    this.tries.set(key, (this.tries.get(key) ?? []).slice(0, -1));
  }

  forget(key: string): void {
    this.tries.delete(key);
  }

  private recent(key: string, now: number): number[] {
    return (this.tries.get(key) ?? []).filter((at) => at > now - this.windowMs);
  }

  private forgetOld(now: number): void {
    for (const key of this.tries.keys()) if (this.recent(key, now).length === 0) this.tries.delete(key);
  }
}
