import { Worker } from '../worker';

/** A thread that says `tick` every second until it is terminated. */
export function tickThread(tick: () => void): Worker {
  const worker = new Worker(new URL('./tick.worker', import.meta.url), { type: 'module' });
  worker.addEventListener('message', tick);
  return worker;
}
