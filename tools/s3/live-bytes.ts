import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Frees what nobody holds any more. Node has it only on demand. */
const collect = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** The bytes in buffers that somebody still holds, beyond those at its birth. Garbage does not count, so that the figure is no accident. */
export class LiveBytes {
  /** The most that was seen. */
  most = 0;
  readonly #before = this.#now();

  look(): void {
    this.most = Math.max(this.most, this.#now() - this.#before);
  }

  /** Looks again and again until `work` is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const timer = setInterval(() => this.look(), 500);
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  }

  #now(): number {
    collect();
    return process.memoryUsage().arrayBuffers;
  }
}
