import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { EditLesson, LessonDraft, StudioCourse, StudioCourseCards, StudioLessonParam } from '@haven/catalog/contract';
import { type Actor, By, IfMatch, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam, PageQuery } from '@haven/shared/contract';
import { Drafts } from './drafts';

@Controller('studio/courses')
export class StudioController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Requires('draft.read')
  @Returns(StudioCourseCards)
  courses(@Query({ schema: PageQuery }) query: PageQuery, @By() actor: Actor): Promise<StudioCourseCards> {
    return this.drafts.courses(actor, query);
  }

  @Get(':id')
  @Requires('draft.read')
  @Returns(StudioCourse)
  course(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<StudioCourse> {
    return this.drafts.course(actor, id);
  }

  @Get(':id/lessons/:lesson')
  @Requires('draft.read')
  @Returns(LessonDraft)
  lesson(
    @Param({ schema: StudioLessonParam }) { id, lesson }: StudioLessonParam,
    @By() actor: Actor,
  ): Promise<LessonDraft> {
    return this.drafts.lesson(actor, id, lesson);
  }

  @Put(':id/lessons/:lesson')
  @Requires('draft.edit')
  @Returns(LessonDraft)
  saveLesson(
    @Param({ schema: StudioLessonParam }) { id, lesson }: StudioLessonParam,
    @Body({ schema: EditLesson }) edit: EditLesson,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<LessonDraft> {
    return this.drafts.saveLesson(actor, id, lesson, version, edit);
  }
}
