import { Injectable } from '@nestjs/common';
import { type Carried, carryCues, carryPoints, cuesOf, readCaptions } from '@haven/recordings/contract';
import { type EntityManager, Not } from 'typeorm';
import { CaptionTrackRow } from '../caption-track.entity';
import { CoverageRow } from '../coverage.entity';
import { type TimelineRow } from '../timeline.entity';

/** What a new file would keep of the present one, before anybody confirms it. */
@Injectable()
export class Preview {
  /** Null while it is not known which stretches are in both. */
  async of(manager: EntityManager, old: TimelineRow, next: TimelineRow): Promise<Carried | null> {
    const { pieces } = next;
    if (!pieces) return null;
    const { recordingId, rev } = old;
    const tracks = await manager.findBy(CaptionTrackRow, { recordingId, rev });
    const chapters = carryPoints(old.chapters, pieces);
    return {
      seconds: pieces.reduce((sum, { from, to }) => sum + to - from, 0),
      of: old.duration,
      people: await manager.countBy(CoverageRow, { recordingId, rev, person: { role: Not('preview' as const) } }),
      chapters: { kept: chapters.carried.length, lost: chapters.lost.map(({ title }) => title) },
      captions: tracks.map(({ locale, vtt }) => {
        const { carried, lost } = carryCues(cuesOf(readCaptions(vtt).document), pieces);
        return { locale, kept: carried.length, lost: lost.length };
      }),
      pieces,
    };
  }
}
