import { Controller, Get, Param, Query } from '@nestjs/common';
import { RevQuery, Transcript, TranscriptParam } from '@haven/recordings/contract';
import { type Actor, By, Requires, Returns } from '@haven/shared/api';
import { Recordings } from './recordings';

@Controller('recordings')
export class RecordingController {
  constructor(private readonly recordings: Recordings) {}

  @Get(':id/transcripts/:locale')
  @Requires('material.read')
  @Returns(Transcript)
  transcript(
    @Param({ schema: TranscriptParam }) { id, locale }: TranscriptParam,
    @Query({ schema: RevQuery }) { rev }: RevQuery,
    @By() actor: Actor,
  ): Promise<Transcript> {
    return this.recordings.transcript(actor, id, locale, rev);
  }
}
