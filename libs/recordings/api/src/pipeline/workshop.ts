import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type StepName, type Workshop as Abilities } from '@haven/recordings/contract';
import { type Config, hashFile, InjectConfig, newId, ObjectStore } from '@haven/shared/api';
import { masterPlaylist } from '../media/master';
import { findTools, type MediaTools } from '../media/media-tools';
import { MAIN, type MediaFile, type TimelineRow } from '../timeline.entity';
import { isGone, me } from './holder';
import { type StepRow } from './step.entity';
import { type Made, type StepContext, type StepResult, type StepWork } from './step-work';
import { audio } from './work/audio';
import { Check } from './work/check';
import { ladder, pack, probing, slides, storyboard } from './work/picture';
import { Transcribe } from './work/transcribe';

const types: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.m4s': 'video/iso.segment',
  '.jpg': 'image/jpeg',
};

/** Where steps are done: a folder for each, the programs of this machine, and the way of what was made into the object store. */
@Injectable()
export class Workshop {
  private readonly root: string;
  private readonly work: Record<StepName, StepWork>;
  private found: Promise<MediaTools> | null = null;

  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly objects: ObjectStore,
    check: Check,
    private readonly transcribe: Transcribe,
  ) {
    this.root = join(config.DATA_DIR, 'work');
    this.work = {
      check: (context) => check.run(context),
      probe: probing,
      package: pack,
      audio,
      slides,
      storyboard,
      transcribe: (context) => transcribe.run(context),
      ladder,
    };
  }

  /** The programs that make renditions, looked for once. */
  tools(): Promise<MediaTools> {
    return (this.found ??= findTools(this.config.FFMPEG));
  }

  /** What this server can do besides playing, for the page that says what is missing. */
  async abilities(): Promise<Abilities> {
    const { ffmpeg, aligner } = await this.tools();
    return {
      ffmpeg: ffmpeg !== null,
      transcriber: this.transcribe.isThere,
      aligner: ffmpeg !== null && aligner !== null ? ['en'] : [],
    };
  }

  /** Does one step of a timeline and stores what it made. @throws MediaProblem with the reason for people. */
  async do(
    step: Pick<StepRow, 'name' | 'input'>,
    given: Pick<StepContext, 'recording' | 'timeline' | 'signal' | 'progress'>,
  ): Promise<StepResult> {
    const folder = join(this.root, `${me}@${newId()}`);
    await mkdir(folder, { recursive: true });
    try {
      const context = { ...given, input: step.input, folder, tools: await this.tools() };
      const result = await this.withSource(given.timeline, (source) => this.work[step.name]({ ...context, source }));
      return 'skipped' in result ? result : await this.keep(given.timeline, folder, result);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes what killed workers of this machine left lying about. */
  async clear(): Promise<void> {
    const left = await readdir(this.root).catch(() => []);
    for (const name of left) if (isGone(name)) await rm(join(this.root, name), { recursive: true, force: true });
  }

  private withSource<T>({ original }: TimelineRow, work: (source: string) => Promise<T>): Promise<T> {
    return original ? this.objects.withFile(original, work) : work('');
  }

  /** Into the store first: a row never names an object that is not there. */
  private async keep(timeline: TimelineRow, folder: string, made: Made): Promise<Made> {
    if (!made.files) return made;
    const files = { ...timeline.files };
    for (const name of made.files) files[name] = await this.store(join(folder, name));
    const renditions = merge(timeline, made);
    files[MAIN] = await this.store(await this.writeMain(folder, masterPlaylist(renditions)));
    return { ...made, set: { ...made.set, files, renditions } };
  }

  private async writeMain(folder: string, text: string): Promise<string> {
    const file = join(folder, MAIN);
    await writeFile(file, text);
    return file;
  }

  private async store(file: string): Promise<MediaFile> {
    const { key, size } = await this.objects.adopt(file, await hashFile(file));
    return { object: key, size, type: types[extname(file)] ?? 'application/octet-stream' };
  }
}

/** A rendition that was made again takes the place of its older self. */
const merge = ({ renditions }: TimelineRow, made: Made) => {
  const names = new Set(made.renditions?.map(({ name }) => name));
  return [...renditions.filter(({ name }) => !names.has(name)), ...(made.renditions ?? [])];
};
