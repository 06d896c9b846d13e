import { Worker } from '../worker';

/** Calls `tick` every second from `start()` to `stop()`, also while the page is hidden. */
export class Ticker {
  private worker: Worker | null = null;

  constructor(private readonly tick: () => void) {}

  start(): void {
    if (this.worker || typeof globalThis.Worker === 'undefined') return;
    this.worker = new Worker(new URL('./tick.worker', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', () => this.tick());
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
