import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Chapter, parseVtt, type RecordingDetail, type Transcript, VttError } from '@haven/recordings/contract';
import { type Actor, can, Clock, newId, notFound, ObjectStore, Refusal } from '@haven/shared/api';
import { type Locale, locales, type Text } from '@haven/shared/contract';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { CaptionTrackRow } from './caption-track.entity';
import { Packager } from './packager';
import { RecordingRow } from './recording.entity';
import { toRecordingDetail } from './recording.view';

/** A recording as it arrives: a media file on this machine, what is known of it, and its captions as WebVTT. */
export interface NewRecording {
  readonly slug: string;
  readonly title: Text;
  readonly description: Text;
  readonly recordedOn: string;
  readonly language: Locale;
  readonly synthetic: boolean;
  readonly speakers: readonly string[];
  readonly file: string;
  readonly chapters: readonly Chapter[];
  readonly captions: readonly { locale: Locale; vtt: string; reviewedOn: string | null }[];
}

/** The recordings: bringing them in, reading them through an actor, and what a publisher needs to know. */
@Injectable()
export class Recordings {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly packager: Packager,
    private readonly objects: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores and packages a recording before its row is written; `manager` is the caller's transaction.
   * @throws Refusal `bad-media` where the media or a caption file cannot be read.
   */
  async add(manager: EntityManager, given: NewRecording): Promise<RecordingRow> {
    for (const track of given.captions) readable(given.slug, track.locale, track.vtt);
    const { files, duration } = await this.packager.package(given.file);
    const original = await this.objects.put(createReadStream(given.file));
    const recording = manager.create(RecordingRow, {
      id: newId(),
      rev: 1,
      slug: given.slug,
      title: given.title,
      description: given.description,
      language: given.language,
      recordedOn: given.recordedOn,
      synthetic: given.synthetic,
      speakers: [...given.speakers],
      duration,
      chapters: given.chapters.filter((chapter) => chapter.at < duration),
      original: original.key,
      files,
      published: false,
      createdAt: this.clock.now(),
    });
    await manager.insert(RecordingRow, recording);
    for (const track of given.captions) await manager.insert(CaptionTrackRow, { recordingId: recording.id, ...track });
    return recording;
  }

  /** Opens recordings to everyone, because something published uses them. */
  async publish(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await manager.update(RecordingRow, { id: In([...ids]) }, { published: true });
  }

  /** @throws Refusal `not-found` for what does not exist and for what `actor` may not see, alike. */
  async load(actor: Actor, id: string): Promise<RecordingRow> {
    const row = await this.database.manager.findOneBy(RecordingRow, { id });
    if (!row || !can(actor, 'material.read', row)) throw notFound();
    return row;
  }

  /** A recording that can be played, for whoever publishes or shows it; null where it cannot be yet. */
  async playable(manager: EntityManager, id: string): Promise<RecordingDetail | null> {
    const row = await manager.findOneBy(RecordingRow, { id });
    return row?.isPlayable() ? toRecordingDetail(row, await this.tracks(manager, id)) : null;
  }

  /** The reviewed transcript in `locale`. */
  async transcript(actor: Actor, id: string, locale: Locale): Promise<Transcript> {
    const vtt = await this.captions(actor, id, locale);
    return { locale, cues: parseVtt(vtt) };
  }

  /** The reviewed WebVTT in `locale`. */
  async captions(actor: Actor, id: string, locale: Locale): Promise<string> {
    await this.load(actor, id);
    const track = await this.database.manager.findOneBy(CaptionTrackRow, { recordingId: id, locale });
    if (!track?.reviewedOn) throw notFound();
    return track.vtt;
  }

  private async tracks(manager: EntityManager, recordingId: string): Promise<CaptionTrackRow[]> {
    const tracks = await manager.findBy(CaptionTrackRow, { recordingId });
    return tracks.sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
  }
}

function readable(slug: string, locale: Locale, vtt: string): void {
  try {
    parseVtt(vtt);
  } catch (error) {
    if (error instanceof VttError)
      throw new Refusal('bad-media', `The ${locale} captions of "${slug}" cannot be read: ${error.message}.`);
    throw error;
  }
}
