import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { DeletedCourse, DeletedCourses, RemovedParts, StudioCourse } from '@haven/catalog/contract';
import { type Actor, By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam, PageQuery } from '@haven/shared/contract';
import { Deletions } from './deletions';

@Controller('studio')
export class DeletionController {
  constructor(private readonly deletions: Deletions) {}

  @Get('deleted-courses')
  @Requires('draft.read')
  @Returns(DeletedCourses)
  list(@Query({ schema: PageQuery }) query: PageQuery, @By() actor: Actor): Promise<DeletedCourses> {
    return this.deletions.list(actor, query);
  }

  @Put('courses/:id/deletion')
  @Requires('draft.edit')
  @Returns(DeletedCourse)
  delete(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<DeletedCourse> {
    return this.deletions.delete(actor, id);
  }

  @Delete('courses/:id/deletion')
  @Requires('draft.edit')
  @Returns(StudioCourse)
  restore(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<StudioCourse> {
    return this.deletions.restore(actor, id);
  }

  @Get('courses/:id/removed')
  @Requires('draft.read')
  @Returns(RemovedParts)
  removed(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<RemovedParts> {
    return this.deletions.removed(actor, id);
  }
}
