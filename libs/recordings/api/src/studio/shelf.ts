import { Injectable } from '@nestjs/common';
import { People } from '@haven/identity/api';
import {
  cuesOf,
  readCaptions,
  type Replacement,
  type SourceFile,
  type Step,
  type StudioRecording,
  type StudioRecordingCard,
  type StudioTrack,
} from '@haven/recordings/contract';
import { type EntityManager, Not } from 'typeorm';
import { CaptionTrackRow } from '../caption-track.entity';
import { inOrder, stateOf } from '../pipeline/order';
import { StepRow } from '../pipeline/step.entity';
import { Workshop } from '../pipeline/workshop';
import { RecordingRow } from '../recording.entity';
import { mediaUrl, toRecordingDetail } from '../recording.view';
import { Preview } from '../replace/preview';
import { MAIN, TimelineRow } from '../timeline.entity';
import { Uses } from './uses';

/** What is known of one timeline, gathered. */
interface Gathered {
  readonly timeline: TimelineRow;
  readonly steps: readonly StepRow[];
  readonly tracks: readonly CaptionTrackRow[];
}

/** Recordings as the studio shows them. The only mapping of theirs. */
@Injectable()
export class Shelf {
  constructor(
    private readonly people: People,
    private readonly uses: Uses,
    private readonly workshop: Workshop,
    private readonly preview: Preview,
  ) {}

  async cards(manager: EntityManager, rows: readonly RecordingRow[]): Promise<StudioRecordingCard[]> {
    const uses = await this.uses.of(
      manager,
      rows.map(({ id }) => id),
    );
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.card(row, await this.gather(manager, row.id, row.rev))),
        uses: uses.get(row.id) ?? [],
      })),
    );
  }

  async detail(manager: EntityManager, row: RecordingRow): Promise<StudioRecording> {
    const gathered = await this.gather(manager, row.id, row.rev);
    const { timeline, steps, tracks } = gathered;
    return {
      ...(await this.card(row, gathered)),
      uses: (await this.uses.of(manager, [row.id])).get(row.id) ?? [],
      version: row.version,
      rev: row.rev,
      description: row.description,
      speakers: row.speakers,
      chapters: timeline.chapters,
      slides: timeline.slides.map(({ at, file }) => ({ at, url: mediaUrl(timeline, file) })),
      steps: inOrder(steps).map(toStep),
      file: await this.source(manager, timeline),
      media: timeline.isPlayable() ? toRecordingDetail({ recording: row, timeline }, tracks) : null,
      replacement: await this.replacement(manager, row, timeline),
      workshop: await this.workshop.abilities(),
    };
  }

  /** Whether a person would lose captions in the recording's own language if a machine wrote some. */
  hasCaptions(manager: EntityManager, { id, rev, language }: RecordingRow): Promise<boolean> {
    return manager.existsBy(CaptionTrackRow, { recordingId: id, rev, locale: language });
  }

  private async gather(manager: EntityManager, recordingId: string, rev: number): Promise<Gathered> {
    const key = { recordingId, rev };
    return {
      timeline: await manager.findOneByOrFail(TimelineRow, key),
      steps: await manager.findBy(StepRow, key),
      tracks: await manager.find(CaptionTrackRow, { where: key, order: { locale: 'ASC' } }),
    };
  }

  private async card(row: RecordingRow, { timeline, steps, tracks }: Gathered) {
    const names = await this.people.namesOf(tracks.flatMap(({ reviewedBy }) => reviewedBy ?? []));
    const running = steps.find(({ status }) => status === 'running');
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      language: row.language,
      recordedOn: row.recordedOn,
      duration: timeline.duration,
      state: stateOf(steps),
      playable: timeline.isPlayable(),
      archived: row.archivedAt !== null,
      step: running ? toStep(running) : null,
      tracks: tracks.map((track) => toTrack(track, names)),
      uploadedAt: timeline.createdAt.toISOString(),
    };
  }

  private async source(manager: EntityManager, timeline: TimelineRow): Promise<SourceFile> {
    const { name, size, probe, original, recordingId } = timeline;
    const twin = original && (await manager.findOneBy(TimelineRow, { original, recordingId: Not(recordingId) }));
    const same = twin ? await manager.findOneBy(RecordingRow, { id: twin.recordingId }) : null;
    const { video, audio } = probe ?? { video: null, audio: null };
    return {
      name,
      size,
      picture: video && { codec: video.codec, width: video.width, height: video.height },
      sound: audio && { codec: audio.codec, channels: audio.channels },
      same: same && { id: same.id, title: same.title },
    };
  }

  private async replacement(manager: EntityManager, row: RecordingRow, old: TimelineRow): Promise<Replacement | null> {
    const [next] = await manager.find(TimelineRow, { where: { recordingId: row.id }, order: { rev: 'DESC' }, take: 1 });
    if (!next || next.rev <= row.rev) return null;
    const steps = inOrder(await manager.findBy(StepRow, { recordingId: row.id, rev: next.rev }));
    return {
      rev: next.rev,
      state: stateOf(steps),
      playable: next.isPlayable(),
      duration: next.duration,
      file: await this.source(manager, next),
      steps: steps.map(toStep),
      hls: next.isPlayable() ? mediaUrl(next, MAIN) : null,
      carried: await this.preview.of(manager, old, next),
      blind: next.pieces === null && steps.some(({ name, status }) => name === 'audio' && hasEnded(status)),
    };
  }
}

const hasEnded = (status: Step['status']) => status !== 'waiting' && status !== 'running';

const toStep = ({ name, status, progress, reason }: StepRow): Step => ({ name, status, progress, reason });

export const toTrack = (track: CaptionTrackRow, names: ReadonlyMap<string, string>): StudioTrack => ({
  locale: track.locale,
  version: track.version,
  cues: cuesOf(readCaptions(track.vtt).document).length,
  origin: track.origin,
  reviewed: reviewOf(track, names),
});

/** Who approved a track, and when. A name is not known where the person is gone, or the review came with a package. */
export const reviewOf = (
  { reviewedOn, reviewedBy }: Pick<CaptionTrackRow, 'reviewedOn' | 'reviewedBy'>,
  names: ReadonlyMap<string, string>,
): StudioTrack['reviewed'] =>
  reviewedOn === null ? null : { by: (reviewedBy && names.get(reviewedBy)) || null, on: reviewedOn };
