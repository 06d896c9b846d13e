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

  /** Call it so often a work and not so often a second: in a process that has grown each look takes seconds. */
  look(): void {
    this.most = Math.max(this.most, this.#now() - this.#before);
  }

  #now(): number {
    collect();
    return process.memoryUsage().arrayBuffers;
  }
}
