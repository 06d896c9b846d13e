import { type EntityManager } from 'typeorm';
import { type TimelineKey } from '../pipeline/steps';
import { TimelineRow } from '../timeline.entity';
import { type Heard, mapFingerprints, wordsOf } from './fingerprint-map';

/**
 * Writes down which stretches a timeline shares with the one before it, and the one after it with it, wherever the sound of both is known:
 * a replacement can be heard before the file that it replaces. Works in the caller's transaction.
 */
export async function findAgain(manager: EntityManager, { recordingId, rev }: TimelineKey): Promise<void> {
  const all = await manager.find(TimelineRow, {
    select: { rev: true, duration: true, pieces: true, fingerprint: true },
    where: { recordingId },
    order: { rev: 'ASC' },
  });
  for (const [at, next] of all.entries()) {
    const old = all[at - 1];
    if (!old || next.pieces || (old.rev !== rev && next.rev !== rev)) continue;
    const [before, after] = [heardOf(old), heardOf(next)];
    if (before && after)
      await manager.update(TimelineRow, { recordingId, rev: next.rev }, { pieces: mapFingerprints(before, after) });
  }
}

const heardOf = ({ fingerprint, duration }: TimelineRow): Heard | null =>
  fingerprint && { words: wordsOf(fingerprint), duration };
