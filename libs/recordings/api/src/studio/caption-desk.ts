import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { People } from '@haven/identity/api';
import { type CaptionDraft, type EditCaptions, readCaptions, writeVtt } from '@haven/recordings/contract';
import { type Actor, Clock, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { type Locale } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { CaptionTrackRow } from '../caption-track.entity';
import { type RecordingRow } from '../recording.entity';
import { Library } from './library';
import { reviewOf } from './shelf';

/** Captions while people work on them: one track for each language, a draft until somebody says that they read it. */
@Injectable()
export class CaptionDesk {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly library: Library,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, id: string, locale: Locale): Promise<CaptionDraft> {
    const manager = this.database.manager;
    const track = await this.track(manager, await this.library.load(manager, actor, id), locale);
    if (!track) throw notFound();
    return this.draftOf(track);
  }

  /**
   * Saves a track, which makes it a draft; `version` 0 begins one. Stored as `writeVtt` has it. Owns its transaction.
   * @throws Refusal `stale`, `invalid` with the lines that cannot be read.
   */
  async save(
    actor: Person,
    id: string,
    locale: Locale,
    version: number,
    { vtt, origin }: EditCaptions,
  ): Promise<CaptionDraft> {
    const { document, problems } = readCaptions(vtt);
    const unread = problems.filter(
      ({ code }) => code === 'not-captions' || code === 'zoom-chat' || code === 'bad-time',
    );
    if (unread.length > 0)
      throw new Refusal(
        'invalid',
        'These captions cannot be read.',
        unread.map(({ line, code }) => ({ path: `vtt:${line}`, message: code })),
      );
    return this.write(actor, id, locale, version, (track) => {
      Object.assign(track, { vtt: writeVtt(document), origin, reviewedOn: null, reviewedBy: null });
    });
  }

  /** Approves a track, or takes that back. Owns its transaction. @throws Refusal `conflict` where there is nothing to approve. */
  async review(actor: Person, id: string, locale: Locale, version: number, reviewed: boolean): Promise<CaptionDraft> {
    return this.write(actor, id, locale, version, (track) => {
      if (reviewed && readCaptions(track.vtt).document.blocks.length === 0)
        throw new Refusal('conflict', 'There are no captions to approve.');
      track.reviewedOn = reviewed ? this.clock.now().toISOString().slice(0, 10) : null;
      track.reviewedBy = reviewed ? actor.id : null;
    });
  }

  /** Owns its transaction. */
  async remove(actor: Person, id: string, locale: Locale): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { rev } = await this.library.load(manager, actor, id, true);
      const { affected } = await manager.delete(CaptionTrackRow, { recordingId: id, rev, locale });
      if (affected !== 1) throw notFound();
    });
  }

  private async write(
    actor: Person,
    id: string,
    locale: Locale,
    version: number,
    change: (track: CaptionTrackRow) => void,
  ): Promise<CaptionDraft> {
    return this.database.transaction(async (manager) => {
      const recording = await this.library.load(manager, actor, id, true);
      const track = (await this.track(manager, recording, locale)) ?? this.begin(manager, recording, locale);
      if (track.version !== version) throw stale();
      change(track);
      track.version = version + 1;
      await manager.save(CaptionTrackRow, track);
      return this.draftOf(track);
    });
  }

  private begin(manager: EntityManager, { id, rev }: RecordingRow, locale: Locale): CaptionTrackRow {
    return manager.create(CaptionTrackRow, {
      recordingId: id,
      rev,
      locale,
      version: 0,
      vtt: 'WEBVTT\n',
      origin: 'editor',
      heldBack: [],
      reviewedOn: null,
      reviewedBy: null,
    });
  }

  private track(manager: EntityManager, { id, rev }: RecordingRow, locale: Locale): Promise<CaptionTrackRow | null> {
    return manager.findOneBy(CaptionTrackRow, { recordingId: id, rev, locale });
  }

  private async draftOf(track: CaptionTrackRow): Promise<CaptionDraft> {
    const { locale, version, vtt, origin, heldBack, reviewedBy } = track;
    const names = await this.people.namesOf(reviewedBy ? [reviewedBy] : []);
    return { locale, version, vtt, origin, heldBack, reviewed: reviewOf(track, names) };
  }
}
