import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { parseVtt, type RecordingDetail, type Transcript } from '@haven/recordings/contract';
import { type Actor, notFound } from '@haven/shared/api';
import { type Locale, locales } from '@haven/shared/contract';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { CaptionTrackRow } from './caption-track.entity';
import { maySee } from './may-see';
import { RecordingRow } from './recording.entity';
import { toRecordingDetail } from './recording.view';
import { TimelineRow } from './timeline.entity';

/** A recording with one of its timelines. */
export interface Shown {
  readonly recording: RecordingRow;
  readonly timeline: TimelineRow;
}

/** The recordings: reading them through an actor, and what a publisher needs to know. */
@Injectable()
export class Recordings {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Opens timelines to everyone, because something published shows them. */
  async publish(
    manager: EntityManager,
    shown: readonly { readonly id: string; readonly rev: number }[],
  ): Promise<void> {
    for (const { id, rev } of shown) await manager.update(TimelineRow, { recordingId: id, rev }, { published: true });
  }

  /** @throws Refusal `not-found` for what does not exist and for what `actor` may not see, alike. */
  async load(actor: Actor, id: string, rev?: number): Promise<Shown> {
    const shown = await this.find(this.database.manager, id, rev);
    if (!shown) throw notFound();
    const { recording, timeline } = shown;
    if (!(await maySee(this.database.manager, actor, recording, timeline))) throw notFound();
    return shown;
  }

  /** A recording that can be played, for whoever publishes or shows it: the present timeline, or the one that a release pinned. */
  async playable(manager: EntityManager, id: string, rev?: number): Promise<RecordingDetail | null> {
    const shown = await this.find(manager, id, rev);
    return shown?.timeline.isPlayable() ? toRecordingDetail(shown, await this.tracks(manager, shown.timeline)) : null;
  }

  /** The present revision of each of these recordings. */
  async revisions(manager: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await manager.find(RecordingRow, { where: { id: In([...ids]) }, select: { id: true, rev: true } });
    return new Map(rows.map(({ id, rev }) => [id, rev]));
  }

  /** The reviewed transcript in `locale`. */
  async transcript(actor: Actor, id: string, locale: Locale, rev?: number): Promise<Transcript> {
    return { locale, cues: parseVtt(await this.captions(actor, id, locale, rev)) };
  }

  /** The reviewed WebVTT in `locale`. */
  async captions(actor: Actor, id: string, locale: Locale, rev?: number): Promise<string> {
    const { timeline } = await this.load(actor, id, rev);
    const track = (await this.tracks(this.database.manager, timeline)).find((one) => one.locale === locale);
    if (!track?.reviewedOn) throw notFound();
    return track.vtt;
  }

  /** The caption tracks of a timeline, reviewed or not, in the order of the languages. */
  async tracks(manager: EntityManager, { recordingId, rev }: TimelineRow): Promise<CaptionTrackRow[]> {
    const tracks = await manager.findBy(CaptionTrackRow, { recordingId, rev });
    return tracks.sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
  }

  /** A recording with its present timeline or the one of `rev`, whoever asks; null where there is none. */
  async find(manager: EntityManager, id: string, rev?: number): Promise<Shown | null> {
    const recording = await manager.findOneBy(RecordingRow, { id });
    if (!recording) return null;
    const timeline = await manager.findOneBy(TimelineRow, { recordingId: id, rev: rev ?? recording.rev });
    return timeline && { recording, timeline };
  }
}
