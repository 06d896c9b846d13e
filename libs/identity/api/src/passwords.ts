import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP password storage cheat sheet: Argon2id with 19 MiB, 2 passes, 1 lane (the library's `algorithm` is Argon2id by default). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At most this many at once: each takes 19 MiB and a core, and a flood of sign-ins must not take the server down. */
const lanes = 4;

/** Argon2id under a semaphore. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private decoy: string | null = null;

  hash(password: string): Promise<string> {
    return this.inLane(() => hash(password, cost));
  }

  /** Whether `password` is the one behind `stored`. Without one it takes just as long and is false: nobody learns who has an account. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoyHash());
    const right = await this.inLane(() => verify(against, password));
    return right && stored !== null;
  }

  private async decoyHash(): Promise<string> {
    return (this.decoy ??= await this.hash('nobody has this password'));
  }

  private async inLane<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= lanes) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.queue.shift()?.();
    }
  }
}
