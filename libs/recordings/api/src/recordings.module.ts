import { Module } from '@nestjs/common';
import { Intake } from './intake';
import { Leases } from './leases';
import { MediaController } from './media.controller';
import { PackedRecordings } from './packed-recordings';
import { Pipeline } from './pipeline/pipeline';
import { Steps } from './pipeline/steps';
import { Sweep } from './pipeline/sweep';
import { Check } from './pipeline/work/check';
import { Transcribe } from './pipeline/work/transcribe';
import { Workshop } from './pipeline/workshop';
import { RecordingController } from './recording.controller';
import { Recordings } from './recordings';
import { Carrying } from './replace/carrying';
import { Moments } from './replace/moments';
import { Preview } from './replace/preview';
import { Replacing } from './replace/replacing';
import { CaptionDesk } from './studio/caption-desk';
import { Library } from './studio/library';
import { RecordingStudioController } from './studio/recording-studio.controller';
import { Shelf } from './studio/shelf';
import { Uses } from './studio/uses';
import { TusServer } from './uploads/tus-server';
import { UploadController } from './uploads/upload.controller';
import { UploadFolder } from './uploads/upload-folder';
import { Uploads } from './uploads/uploads';
import { WatchController } from './watch.controller';
import { WatchService } from './watch.service';

const processing = [Check, Pipeline, Steps, Sweep, Transcribe, Workshop];
const uploading = [Intake, TusServer, UploadFolder, Uploads];
const studio = [CaptionDesk, Carrying, Library, Preview, Replacing, Shelf, Uses];

/** Recordings: from an uploaded file to what people have watched of it. */
@Module({
  controllers: [MediaController, RecordingController, RecordingStudioController, UploadController, WatchController],
  providers: [Recordings, PackedRecordings, Leases, Moments, WatchService, ...processing, ...uploading, ...studio],
  exports: [Moments, PackedRecordings, Recordings, Sweep, Uploads, Uses, WatchService],
})
export class RecordingsModule {}
