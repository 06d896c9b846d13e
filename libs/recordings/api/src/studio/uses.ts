import { Injectable } from '@nestjs/common';
import { type Use } from '@haven/recordings/contract';
import { type EntityManager } from 'typeorm';

/** Tells for each of these recordings where it is used. */
export type Reporter = (manager: EntityManager, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Use[]>>;

/** Where recordings are used. The domains above know, and say so here when the application starts: recordings know nothing of courses. */
@Injectable()
export class Uses {
  private readonly reporters: Reporter[] = [];

  report(reporter: Reporter): void {
    this.reporters.push(reporter);
  }

  async of(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Use[]>> {
    const uses = new Map(ids.map((id) => [id, [] as Use[]]));
    for (const reporter of this.reporters)
      for (const [id, found] of await reporter(manager, ids)) uses.get(id)?.push(...found);
    return uses;
  }
}
