import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Company, NewCourse, OutlineChange, StudioCourse, Whereabouts } from '@haven/catalog/contract';
import { By, IfMatch, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Outlines } from './outlines';
import { Presence } from './presence';

@Controller('studio/courses')
export class OutlineController {
  constructor(
    private readonly outlines: Outlines,
    private readonly presence: Presence,
  ) {}

  @Post()
  @Requires('draft.edit')
  @Returns(StudioCourse)
  create(@Body({ schema: NewCourse }) course: NewCourse, @By() actor: Person): Promise<StudioCourse> {
    return this.outlines.create(actor, course);
  }

  @Post(':id/outline')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(StudioCourse)
  change(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: OutlineChange }) change: OutlineChange,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<StudioCourse> {
    return this.outlines.change(actor, id, version, change);
  }

  @Put(':id/presence')
  @Requires('draft.edit')
  @Returns(Company)
  here(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: Whereabouts }) whereabouts: Whereabouts,
    @By() actor: Person,
  ): Promise<Company> {
    return this.presence.tell(actor, id, whereabouts);
  }
}
