import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ArchiveRecording,
  CaptionDraft,
  CaptionParam,
  ConfirmReplacement,
  EditCaptions,
  EditRecording,
  EditSlides,
  RecordingQuery,
  ReviewCaptions,
  RunStep,
  StepParam,
  StudioRecording,
  StudioRecordingCards,
} from '@haven/recordings/contract';
import { type Actor, By, IfMatch, type Person, Requires, Returns } from '@haven/shared/api';
import { Done, IdParam } from '@haven/shared/contract';
import { Replacing } from '../replace/replacing';
import { CaptionDesk } from './caption-desk';
import { Library } from './library';

@Controller('studio/recordings')
export class RecordingStudioController {
  constructor(
    private readonly library: Library,
    private readonly desk: CaptionDesk,
    private readonly replacing: Replacing,
  ) {}

  @Get()
  @Requires('draft.read')
  @Returns(StudioRecordingCards)
  list(@Query({ schema: RecordingQuery }) query: RecordingQuery, @By() actor: Actor): Promise<StudioRecordingCards> {
    return this.library.list(actor, query);
  }

  @Get(':id')
  @Requires('draft.read')
  @Returns(StudioRecording)
  one(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<StudioRecording> {
    return this.library.one(actor, id);
  }

  @Put(':id')
  @Requires('draft.edit')
  @Returns(StudioRecording)
  edit(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: EditRecording }) edit: EditRecording,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<StudioRecording> {
    return this.library.edit(actor, id, version, edit);
  }

  @Put(':id/archived')
  @Requires('draft.edit')
  @Returns(StudioRecording)
  archive(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ArchiveRecording }) { archived }: ArchiveRecording,
    @By() actor: Person,
  ): Promise<StudioRecording> {
    return this.library.archive(actor, id, archived);
  }

  @Delete(':id')
  @Requires('draft.edit')
  @Returns(Done)
  async remove(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<Done> {
    await this.library.remove(actor, id);
    return { ok: true };
  }

  @Post(':id/steps/:step')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(StudioRecording)
  run(
    @Param({ schema: StepParam }) { id, step }: StepParam,
    @Body({ schema: RunStep }) given: RunStep,
    @By() actor: Person,
  ): Promise<StudioRecording> {
    return this.library.run(actor, id, step, given);
  }

  @Put(':id/slides')
  @Requires('draft.edit')
  @Returns(StudioRecording)
  slides(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: EditSlides }) { at }: EditSlides,
    @By() actor: Person,
  ): Promise<StudioRecording> {
    return this.library.setSlides(actor, id, at);
  }

  @Get(':id/captions/:locale')
  @Requires('draft.read')
  @Returns(CaptionDraft)
  captions(@Param({ schema: CaptionParam }) { id, locale }: CaptionParam, @By() actor: Actor): Promise<CaptionDraft> {
    return this.desk.read(actor, id, locale);
  }

  @Put(':id/captions/:locale')
  @Requires('draft.edit')
  @Returns(CaptionDraft)
  saveCaptions(
    @Param({ schema: CaptionParam }) { id, locale }: CaptionParam,
    @Body({ schema: EditCaptions }) edit: EditCaptions,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<CaptionDraft> {
    return this.desk.save(actor, id, locale, version, edit);
  }

  @Put(':id/captions/:locale/review')
  @Requires('draft.edit')
  @Returns(CaptionDraft)
  review(
    @Param({ schema: CaptionParam }) { id, locale }: CaptionParam,
    @Body({ schema: ReviewCaptions }) { reviewed }: ReviewCaptions,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<CaptionDraft> {
    return this.desk.review(actor, id, locale, version, reviewed);
  }

  @Delete(':id/captions/:locale')
  @Requires('draft.edit')
  @Returns(Done)
  async removeCaptions(
    @Param({ schema: CaptionParam }) { id, locale }: CaptionParam,
    @By() actor: Person,
  ): Promise<Done> {
    await this.desk.remove(actor, id, locale);
    return { ok: true };
  }

  @Post(':id/replacement')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(StudioRecording)
  confirm(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ConfirmReplacement }) { rev }: ConfirmReplacement,
    @By() actor: Person,
  ): Promise<StudioRecording> {
    return this.replacing.confirm(actor, id, rev);
  }

  @Delete(':id/replacement')
  @Requires('draft.edit')
  @Returns(StudioRecording)
  discard(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<StudioRecording> {
    return this.replacing.discard(actor, id);
  }
}
