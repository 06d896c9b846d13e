import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  AgainPreview,
  CompareQuery,
  PublishCourse,
  PublishPreview,
  ReleaseAgain,
  ReleaseCard,
  ReleaseCards,
  ReleaseComparison,
  ReleaseParam,
  ReleaseTime,
} from '@haven/catalog/contract';
import { type Actor, By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam, PageQuery } from '@haven/shared/contract';
import { Publishing } from './publishing';
import { Releases } from './releases';
import { Rollbacks } from './rollbacks';

@Controller('studio/courses/:id')
export class ReleaseController {
  constructor(
    private readonly publishing: Publishing,
    private readonly releases: Releases,
    private readonly rollbacks: Rollbacks,
  ) {}

  @Get('preview')
  @Requires('draft.read')
  @Returns(PublishPreview)
  preview(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<PublishPreview> {
    return this.publishing.preview(actor, id);
  }

  @Get('releases')
  @Requires('draft.read')
  @Returns(ReleaseCards)
  list(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
    @By() actor: Actor,
  ): Promise<ReleaseCards> {
    return this.releases.list(actor, id, query);
  }

  @Post('releases')
  @Requires('course.publish')
  @Returns(ReleaseCard)
  publish(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: PublishCourse }) body: PublishCourse,
    @By() actor: Person,
  ): Promise<ReleaseCard> {
    return this.publishing.publish(actor, id, body);
  }

  @Get('comparison')
  @Requires('draft.read')
  @Returns(ReleaseComparison)
  compare(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: CompareQuery }) query: CompareQuery,
    @By() actor: Actor,
  ): Promise<ReleaseComparison> {
    return this.releases.compare(actor, id, query);
  }

  @Get('releases/:number/again')
  @Requires('draft.read')
  @Returns(AgainPreview)
  previewAgain(@Param({ schema: ReleaseParam }) param: ReleaseParam, @By() actor: Actor): Promise<AgainPreview> {
    return this.rollbacks.preview(actor, param);
  }

  @Post('releases/:number/again')
  @Requires('course.publish')
  @Returns(ReleaseCard)
  again(
    @Param({ schema: ReleaseParam }) param: ReleaseParam,
    @Body({ schema: ReleaseAgain }) body: ReleaseAgain,
    @By() actor: Person,
  ): Promise<ReleaseCard> {
    return this.rollbacks.again(actor, param, body);
  }

  @Put('releases/:number/time')
  @Requires('course.publish')
  @Returns(ReleaseCard)
  move(
    @Param({ schema: ReleaseParam }) param: ReleaseParam,
    @Body({ schema: ReleaseTime }) body: ReleaseTime,
    @By() actor: Person,
  ): Promise<ReleaseCard> {
    return this.releases.move(actor, param, body);
  }

  @Delete('releases/:number/time')
  @Requires('course.publish')
  @Returns(ReleaseCard)
  cancel(@Param({ schema: ReleaseParam }) param: ReleaseParam, @By() actor: Person): Promise<ReleaseCard> {
    return this.releases.cancel(actor, param);
  }
}
