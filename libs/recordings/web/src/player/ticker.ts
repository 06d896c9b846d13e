/** Calls `tick` twice a second from `start()` to `stop()`, also while the page is hidden. Where no worker can run, it never does. */
export class Ticker {
  private thread: Promise<Worker | null> | null = null;

  constructor(private readonly tick: () => void) {}

  start(): void {
    if (this.thread || typeof globalThis.Worker === 'undefined') return;
    // On demand, because only a module knows the address of its worker's script, and specs are no modules.
    this.thread = import('./tick-thread').then(
      ({ tickThread }) => tickThread(() => this.tick()),
      () => null,
    );
  }

  stop(): void {
    void this.thread?.then((worker) => worker?.terminate());
    this.thread = null;
  }
}
