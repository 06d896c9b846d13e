import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Chapter, parseVtt, type StepName, VttError } from '@haven/recordings/contract';
import {
  type Actor,
  can,
  Clock,
  type Config,
  hashFile,
  InjectConfig,
  newId,
  type ObjectKey,
  ObjectStore,
  Refusal,
} from '@haven/shared/api';
import { type Locale, type Text } from '@haven/shared/contract';
import { type EntityManager } from 'typeorm';
import { CaptionTrackRow } from './caption-track.entity';
import { MediaProblem } from './media/media-problem';
import { Steps } from './pipeline/steps';
import { Workshop } from './pipeline/workshop';
import { RecordingRow } from './recording.entity';
import { Recordings } from './recordings';
import { TimelineRow } from './timeline.entity';

/** A recording as it arrives in a package: a media file on this machine, what is known of it, and its captions as WebVTT. */
export interface NewRecording {
  readonly slug: string;
  readonly title: Text;
  readonly description: Text;
  readonly recordedOn: string;
  readonly language: Locale;
  readonly synthetic: boolean;
  readonly speakers: readonly string[];
  readonly authorId: string | null;
  readonly file: string;
  readonly chapters: readonly Chapter[];
  readonly captions: readonly { locale: Locale; vtt: string; reviewedOn: string | null }[];
}

/** A recording as it leaves in a package: `name` and `original` are those of its file. */
export interface PackedRecording extends Omit<NewRecording, 'file' | 'authorId'> {
  readonly name: string;
  readonly original: ObjectKey;
}

/** Recordings in packages: how they come in, and what goes along of one. */
@Injectable()
export class PackedRecordings {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly recordings: Recordings,
    private readonly workshop: Workshop,
    private readonly objects: ObjectStore,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings in a recording that can be played at once: it is probed and packaged before anything is written. What makes it better follows,
   * as with an upload. `manager` is the caller's transaction.
   * @throws Refusal `bad-media` where the media or a caption file cannot be read.
   */
  async add(manager: EntityManager, given: NewRecording): Promise<RecordingRow> {
    const recording = this.recordingOf(manager, given);
    const timeline = await this.ready(recording, await this.keep(manager, recording, given.file));
    timeline.chapters = given.chapters.filter((chapter) => chapter.at < timeline.duration);
    await this.insert(manager, recording, timeline, given, ['check', 'probe', 'package']);
    return recording;
  }

  /**
   * Brings in a recording that is made ready afterwards, as an uploaded one is: nobody waits for it. Where its name is taken it gets another
   * one. `manager` is the caller's transaction.
   * @throws Refusal `bad-media` where a caption file cannot be read.
   */
  async bring(manager: EntityManager, given: NewRecording): Promise<RecordingRow> {
    const recording = this.recordingOf(manager, given);
    for (let n = 2; await manager.existsBy(RecordingRow, { slug: recording.slug }); n++)
      recording.slug = `${given.slug.slice(0, 70)}-${n}`;
    const timeline = await this.keep(manager, recording, given.file);
    timeline.chapters = [...given.chapters];
    await this.insert(manager, recording, timeline, given, ['check']);
    return recording;
  }

  /** What a package takes along of a recording. Null where its file is not here whole, or `actor` may not edit it. */
  async take(manager: EntityManager, actor: Actor, id: string, rev?: number): Promise<PackedRecording | null> {
    const shown = await this.recordings.find(manager, id, rev);
    if (!shown?.timeline.original || !can(actor, 'draft.read', { author: shown.recording.authorId })) return null;
    const { recording, timeline } = shown;
    const { slug, title, description, recordedOn, language, synthetic, speakers } = recording;
    const tracks = await this.recordings.tracks(manager, timeline);
    return {
      ...{ slug, title, description, recordedOn, language, synthetic, speakers },
      ...{ chapters: timeline.chapters, name: timeline.name, original: shown.timeline.original },
      captions: tracks.map(({ locale, vtt, reviewedOn }) => ({ locale, vtt, reviewedOn })),
    };
  }

  /** @throws Refusal `bad-media` */
  private recordingOf(manager: EntityManager, given: NewRecording): RecordingRow {
    const { file: _, captions, chapters: __, ...about } = given;
    for (const track of captions) readable(given.slug, track.locale, track.vtt);
    return manager.create(RecordingRow, {
      ...about,
      id: newId(),
      version: 1,
      rev: 1,
      speakers: [...about.speakers],
      archivedAt: null,
      createdAt: this.clock.now(),
    });
  }

  private async insert(
    manager: EntityManager,
    recording: RecordingRow,
    timeline: TimelineRow,
    { captions }: NewRecording,
    done: readonly StepName[],
  ): Promise<void> {
    await manager.insert(RecordingRow, recording);
    await manager.insert(TimelineRow, timeline);
    for (const track of captions)
      await manager.insert(CaptionTrackRow, { recordingId: recording.id, rev: 1, origin: 'file', ...track });
    await this.steps.begin(manager, timeline, done);
  }

  /** A first timeline of `file`, whose bytes are stored. The file itself stays where it is. */
  private async keep(manager: EntityManager, recording: RecordingRow, file: string): Promise<TimelineRow> {
    const copy = join(this.config.DATA_DIR, 'uploads', recording.id);
    await mkdir(join(this.config.DATA_DIR, 'uploads'), { recursive: true });
    await copyFile(file, copy);
    const { size } = await stat(copy);
    const { key } = await this.objects.adopt(copy, await hashFile(copy));
    const timeline = manager.create(TimelineRow, {
      recordingId: recording.id,
      rev: 1,
      name: basename(file),
      size,
      original: key,
      createdAt: recording.createdAt,
    });
    return Object.assign(timeline, {
      files: {},
      renditions: [],
      slides: [],
      silences: [],
      probe: null,
      storyboard: null,
    });
  }

  /** The timeline, probed and packaged. */
  private async ready(recording: RecordingRow, timeline: TimelineRow): Promise<TimelineRow> {
    for (const name of ['probe', 'package'] as const) {
      const signal = new AbortController().signal;
      const given = { recording, timeline, signal, progress: () => {} };
      Object.assign(timeline, await this.workshop.do({ name, input: null }, given).then(setOf).catch(refuseMedia));
    }
    return timeline;
  }
}

const setOf = (result: Awaited<ReturnType<Workshop['do']>>): Partial<TimelineRow> =>
  'skipped' in result ? {} : (result.set ?? {});

function refuseMedia(error: unknown): never {
  if (error instanceof MediaProblem)
    throw new Refusal('bad-media', `This recording cannot be used: ${error.reason.code}.`);
  throw error;
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
