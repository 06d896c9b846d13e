import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { documentOf, readerCues, writeVtt } from '@haven/recordings/contract';
import { type Config, InjectConfig } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { CaptionTrackRow } from '../../caption-track.entity';
import { alignScript } from '../../listening/align';
import { hearWords } from '../../listening/hear-words';
import { holdBack } from '../../listening/hold-back';
import { Transcriber } from '../../listening/transcriber';
import { type Job } from '../../media/ffmpeg';
import { problem } from '../../media/media-problem';
import { skipped, type StepContext, type StepResult } from '../step-work';
import { jobOf, probed } from './picture';

/** Has a service write down what is said, or gives a script that a person pasted its times, as a draft: nobody is shown it before a person has approved it. */
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
    const script = context.input?.script;
    if (script === undefined && !this.transcriber) return skipped('no-transcriber');
    if (job.ffmpeg === null) return skipped('no-ffmpeg');
    const withProgram = { ...job, ffmpeg: job.ffmpeg };
    const made =
      script === undefined
        ? await this.listen(withProgram, context)
        : { ...(await time(withProgram, context.tools.aligner, script)), heldBack: [] };
    const { cues, heldBack, origin } = made;
    const track = { ...key, origin, vtt: writeVtt(documentOf(cues)), heldBack: readerCues(heldBack) };
    return {
      // A person may have begun the captions meanwhile: theirs stay.
      write: async (manager) => {
        await manager.createQueryBuilder().insert().into(CaptionTrackRow).values(track).orIgnore().execute();
      },
    };
  }

  private async listen(job: Job, { recording, timeline }: StepContext) {
    const heard = (await this.transcriber?.transcribe(job, recording.language)) ?? [];
    const { kept, heldBack } = holdBack(heard, timeline.silences, timeline.duration);
    return { cues: kept, heldBack, origin: 'automatic' } as const;
  }
}

/** @throws MediaProblem `no-aligner`, and `other-words` where something else is spoken than the script says. */
async function time(job: Job, aligner: string | null, script: string) {
  if (aligner === null) throw problem('no-aligner');
  const cues = alignScript(script, await hearWords(job, aligner), job.duration * 1000);
  if (!cues) throw problem('other-words');
  return { cues, origin: 'script' } as const;
}
