import { type Actor, can } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { type RecordingRow } from './recording.entity';
import { type TimelineRow } from './timeline.entity';

/** Whether `actor` may see a timeline of a recording. The throw-away learner of a preview sees what their preview pins, published or not. */
export async function maySee(
  manager: EntityManager,
  actor: Actor,
  { authorId }: Pick<RecordingRow, 'authorId'>,
  { recordingId, rev, published }: Pick<TimelineRow, 'recordingId' | 'rev' | 'published'>,
): Promise<boolean> {
  if (can(actor, 'material.read', { author: authorId, published })) return true;
  return actor.role === 'preview' && pinnedFor(manager, actor.id, recordingId, rev);
}

/** Whether somebody's progress in a timeline is kept: once it is published, and in a preview that pins it. */
export async function countsFor(
  manager: EntityManager,
  actor: Actor,
  { recordingId, rev, published }: Pick<TimelineRow, 'recordingId' | 'rev' | 'published'>,
): Promise<boolean> {
  return published || (actor.role === 'preview' && pinnedFor(manager, actor.id, recordingId, rev));
}

/** The function `previewed` is the one place that says it: crediting asks it in the database. */
async function pinnedFor(manager: EntityManager, learner: string, recording: string, rev: number): Promise<boolean> {
  const [row] = await manager.query<{ pinned: boolean }[]>('SELECT previewed($1, $2, $3) AS pinned', [
    ...[learner, recording, rev],
  ]);
  return row?.pinned ?? false;
}
