import { Injectable } from '@nestjs/common';
import { carryPoints, type CarriedOver } from '@haven/recordings/contract';
import { Between, type EntityManager } from 'typeorm';
import { TimelineRow } from '../timeline.entity';

/** A moment of one of the timelines of a recording: second `at` of `rev`. */
interface Moment {
  readonly rev: number;
  readonly at: number;
}

/** Finds moments again after a recording's file was replaced, for what other domains keep by the second. */
@Injectable()
export class Moments {
  /**
   * The moments of earlier timelines in timeline `rev`, through every one in between, and those that are not in it. What is of a later one,
   * as after a release was taken back, stays as it is: nothing says where it was.
   */
  async carry<T extends Moment>(
    manager: EntityManager,
    recordingId: string,
    rev: number,
    moments: readonly T[],
  ): Promise<CarriedOver<T>> {
    const oldest = Math.min(rev, ...moments.map((moment) => moment.rev));
    const where = { recordingId, rev: Between(oldest + 1, rev) };
    const timelines = oldest < rev ? await manager.find(TimelineRow, { where, order: { rev: 'ASC' } }) : [];
    let carried = [...moments];
    const lost: T[] = [];
    for (const timeline of timelines) {
      const earlier = carried.filter((moment) => moment.rev < timeline.rev);
      const moved = carryPoints(earlier, timeline.pieces ?? []);
      carried = [...carried.filter((moment) => moment.rev >= timeline.rev), ...moved.carried];
      lost.push(...moved.lost);
    }
    return { carried: carried.toSorted((a, b) => a.at - b.at), lost };
  }
}
