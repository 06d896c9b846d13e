import { Injectable } from '@nestjs/common';
import { type StudioRecording } from '@haven/recordings/contract';
import { Events, type Person, Refusal } from '@haven/shared/api';
import { type EntityManager, MoreThan } from 'typeorm';
import { CoverageRow } from '../coverage.entity';
import { type RecordingRow } from '../recording.entity';
import { Library } from '../studio/library';
import { TimelineRow } from '../timeline.entity';
import { watched } from '../credit';
import { Carrying } from './carrying';

/** Puts a new file in the place of the present one, or away. */
@Injectable()
export class Replacing {
  constructor(
    private readonly library: Library,
    private readonly carrying: Carrying,
    private readonly events: Events,
  ) {}

  /**
   * Makes the waiting timeline the present one and carries over what can be. What is published stays on the old one until it is published
   * again; what people watch there meanwhile is carried on as well. Owns its transaction.
   * @throws Refusal `stale` where another file waits than the one that was looked at, `conflict` where it cannot be played yet.
   */
  async confirm(actor: Person, id: string, rev: number): Promise<StudioRecording> {
    let news: string[] = [];
    const changed = await this.library.change(actor, id, async (manager, recording) => {
      const next = await this.waiting(manager, recording);
      if (next?.rev !== rev) throw new Refusal('stale', 'Another file waits now. Look at it again.');
      if (!next.isPlayable()) throw new Refusal('conflict', 'The new file cannot be played yet.');
      const old = await manager.findOneByOrFail(TimelineRow, { recordingId: id, rev: recording.rev });
      await this.carrying.coverage(manager, id, old.rev, rev, null);
      await this.carrying.texts(manager, old, next);
      const people = await manager.findBy(CoverageRow, { recordingId: id, rev });
      const moved = people.map(({ personId }) => ({ person: personId, recording: id }));
      news = await this.events.record(manager, watched, moved);
      Object.assign(recording, { rev, version: recording.version + 1 });
    });
    await this.events.deliver(news);
    return changed;
  }

  /** Puts the waiting file away; its objects are swept later. Owns its transaction. */
  async discard(actor: Person, id: string): Promise<StudioRecording> {
    return this.library.change(actor, id, async (manager, { rev }) => {
      await manager.delete(TimelineRow, { recordingId: id, rev: MoreThan(rev) });
    });
  }

  private async waiting(manager: EntityManager, { id, rev }: RecordingRow): Promise<TimelineRow | null> {
    const where = { recordingId: id, rev: MoreThan(rev) };
    const [last] = await manager.find(TimelineRow, { where, order: { rev: 'DESC' }, take: 1 });
    return last ?? null;
  }
}
