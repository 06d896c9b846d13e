import { type EntityManager } from 'typeorm';
import { AttemptRow } from './attempt.entity';

/** Fixes the answers to `questions` of an attempt that the caller holds: what comes later is kept and does not count. */
export async function fixAnswers(
  manager: EntityManager,
  { id, confirmed }: AttemptRow,
  questions: readonly string[],
): Promise<void> {
  const all = [...new Set([...confirmed, ...questions])];
  if (all.length > confirmed.length) await manager.update(AttemptRow, { id }, { confirmed: all });
}
