import { Session } from 'node:inspector/promises';

/**
 * Counts the steps of code: every function that is called and every block that is run, as V8 counts them. The same on every machine, however
 * busy. Only code that is loaded after `begin` is counted block by block.
 */
export class Steps {
  private readonly session = new Session();

  /** `folders`: parts of the paths of the code that counts. */
  constructor(private readonly folders: readonly string[]) {}

  async begin(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Counted twice, and the larger taken: V8 now and then forgets some of its counts, and never makes one up. */
  async of(work: () => unknown): Promise<number> {
    return Math.max(await this.count(work), await this.count(work));
  }

  private async count(work: () => unknown): Promise<number> {
    await this.session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => this.folders.some((folder) => url.includes(folder)))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((steps, { count }) => steps + count, 0);
  }

  end(): void {
    this.session.disconnect();
  }
}
