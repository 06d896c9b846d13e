import { Injectable } from '@nestjs/common';
import {
  carryCues,
  carryPoints,
  cuesOf,
  documentOf,
  readCaptions,
  type TimelinePiece,
  writeVtt,
} from '@haven/recordings/contract';
import { Between, type EntityManager } from 'typeorm';
import { CaptionTrackRow } from '../caption-track.entity';
import { TimelineRow } from '../timeline.entity';

/**
 * What people have watched of a timeline, moved to the one after it: the parts of each range that lie in a piece, at the piece's new
 * place. A union with what is there already, so that it can be done again at any time; sorted, so that two of these do not deadlock.
 */
const moveCoverage = `
  INSERT INTO coverage AS c (person_id, recording_id, rev, seen, unproven, watched_s, position, transcript_read_at)
  SELECT old.person_id, old.recording_id, $3, moved.seen, doubted.unproven - moved.seen,
         (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(moved.seen) r), 0, old.transcript_read_at
    FROM coverage old
    CROSS JOIN LATERAL (
      SELECT coalesce(range_agg(int4range(lower(r) + p."at" - p."from", upper(r) + p."at" - p."from")), '{}') AS seen
        FROM jsonb_to_recordset($4::jsonb) AS p("from" int, "to" int, "at" int)
        CROSS JOIN LATERAL unnest(old.seen * int4multirange(int4range(p."from", p."to"))) r) moved
    CROSS JOIN LATERAL (
      SELECT coalesce(range_agg(int4range(lower(r) + p."at" - p."from", upper(r) + p."at" - p."from")), '{}') AS unproven
        FROM jsonb_to_recordset($4::jsonb) AS p("from" int, "to" int, "at" int)
        CROSS JOIN LATERAL unnest(old.unproven * int4multirange(int4range(p."from", p."to"))) r) doubted
   WHERE old.recording_id = $1 AND old.rev = $2 AND ($5::uuid IS NULL OR old.person_id = $5)
   ORDER BY old.person_id
  ON CONFLICT (person_id, recording_id, rev) DO UPDATE
    SET seen = c.seen + excluded.seen,
        unproven = c.unproven + excluded.unproven - (c.seen + excluded.seen),
        watched_s = (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(c.seen + excluded.seen) r),
        transcript_read_at = coalesce(c.transcript_read_at, excluded.transcript_read_at)`;

/** Carries what is counted in seconds from one timeline of a recording to the next. Works in the caller's transaction. */
@Injectable()
export class Carrying {
  /** Coverage of everybody, or of one person, from `old` on to `rev`, through every timeline in between. */
  async coverage(manager: EntityManager, id: string, old: number, rev: number, person: string | null): Promise<void> {
    // Numbers are missing where a file gave way before it was confirmed.
    const between = await manager.find(TimelineRow, {
      where: { recordingId: id, rev: Between(old, rev) },
      order: { rev: 'ASC' },
    });
    for (const [at, next] of between.entries()) {
      const before = between[at - 1];
      if (before)
        await manager.query(moveCoverage, [id, before.rev, next.rev, JSON.stringify(next.pieces ?? []), person]);
    }
  }

  /** Chapters and captions of `old` at their new times. What a person already made for `next` stays. */
  async texts(manager: EntityManager, old: TimelineRow, next: TimelineRow): Promise<void> {
    const pieces = next.pieces ?? [];
    if (next.chapters.length === 0) {
      next.chapters = carryPoints(old.chapters, pieces).carried.filter(({ at }) => at < next.duration);
      await manager.update(TimelineRow, keyOf(next), { chapters: next.chapters });
    }
    const made = new Set((await manager.findBy(CaptionTrackRow, keyOf(next))).map(({ locale }) => locale));
    for (const track of await manager.findBy(CaptionTrackRow, keyOf(old)))
      if (!made.has(track.locale)) await manager.insert(CaptionTrackRow, carriedTrack(track, next.rev, pieces));
  }
}

const keyOf = ({ recordingId, rev }: TimelineRow) => ({ recordingId, rev });

/** A track of which every cue was carried stays reviewed; one that lost a cue wants a look. */
function carriedTrack(track: CaptionTrackRow, rev: number, pieces: readonly TimelinePiece[]): Partial<CaptionTrackRow> {
  const { carried, lost } = carryCues(cuesOf(readCaptions(track.vtt).document), pieces);
  const { recordingId, locale, reviewedOn, reviewedBy } = track;
  const review = lost.length === 0 ? { reviewedOn, reviewedBy } : { reviewedOn: null, reviewedBy: null };
  return { recordingId, rev, locale, vtt: writeVtt(documentOf(carried)), origin: 'carried', heldBack: [], ...review };
}
