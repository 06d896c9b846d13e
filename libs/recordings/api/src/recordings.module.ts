import { Module } from '@nestjs/common';
import { MediaController } from './media.controller';
import { Packager } from './packager';
import { RecordingController } from './recording.controller';
import { Recordings } from './recordings';
import { WatchController } from './watch.controller';
import { WatchService } from './watch.service';

/** Recordings, their media and captions, and what people have watched of them. */
@Module({
  controllers: [MediaController, RecordingController, WatchController],
  providers: [Packager, Recordings, WatchService],
  exports: [Recordings, WatchService],
})
export class RecordingsModule {}
