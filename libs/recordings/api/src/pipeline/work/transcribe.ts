import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { documentOf, readerCues, writeVtt } from '@haven/recordings/contract';
import { type Config, InjectConfig } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { CaptionTrackRow } from '../../caption-track.entity';
import { holdBack } from '../../listening/hold-back';
import { Transcriber } from '../../listening/transcriber';
import { skipped, type StepContext, type StepResult } from '../step-work';
import { jobOf, probed } from './picture';

/** Has a service write down what is said, as a draft: nobody is shown it before a person has approved it. */
@Injectable()
export class Transcribe {
  private readonly transcriber: Transcriber | null;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectConfig() { TRANSCRIBE_URL: url, TRANSCRIBE_KEY: key, TRANSCRIBE_MODEL: model }: Config,
  ) {
    this.transcriber = url === undefined ? null : new Transcriber({ url, key, model });
  }

  get isThere(): boolean {
    return this.transcriber !== null;
  }

  async run(context: StepContext): Promise<StepResult> {
    const { recording, timeline } = context;
    if (!probed(context).audio) return skipped('no-sound');
    const key = { recordingId: recording.id, rev: timeline.rev, locale: recording.language };
    if (await this.database.manager.existsBy(CaptionTrackRow, key)) return skipped('has-captions');
    const job = jobOf(context);
    if (!this.transcriber) return skipped('no-transcriber');
    if (job.ffmpeg === null) return skipped('no-ffmpeg');
    const heard = await this.transcriber.transcribe({ ...job, ffmpeg: job.ffmpeg }, recording.language);
    const { kept, heldBack } = holdBack(heard, timeline.silences, timeline.duration);
    const track = {
      ...key,
      vtt: writeVtt(documentOf(kept)),
      origin: 'automatic',
      heldBack: readerCues(heldBack),
    } as const;
    return {
      // A person may have begun the captions meanwhile: theirs stay.
      write: async (manager) => {
        await manager.createQueryBuilder().insert().into(CaptionTrackRow).values(track).orIgnore().execute();
      },
    };
  }
}
