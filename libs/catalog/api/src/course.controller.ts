import { Controller, Get, Param, Query } from '@nestjs/common';
import { PracticeSheet } from '@haven/assessment/contract';
import { CourseCards, CourseDetail, CourseQuery, LessonDetail, LessonParam } from '@haven/catalog/contract';
import { type Actor, By, Public, Returns } from '@haven/shared/api';
import { SlugParam } from '@haven/shared/contract';
import { Catalog } from './catalog';

@Controller('courses')
export class CourseController {
  constructor(private readonly catalog: Catalog) {}

  @Get()
  @Public()
  @Returns(CourseCards)
  search(@Query({ schema: CourseQuery }) query: CourseQuery, @By() actor: Actor): Promise<CourseCards> {
    return this.catalog.search(actor, query);
  }

  @Get(':slug')
  @Public()
  @Returns(CourseDetail)
  course(@Param({ schema: SlugParam }) { slug }: SlugParam, @By() actor: Actor): Promise<CourseDetail> {
    return this.catalog.course(actor, slug);
  }

  @Get(':slug/lessons/:lesson')
  @Public()
  @Returns(LessonDetail)
  lesson(@Param({ schema: LessonParam }) { slug, lesson }: LessonParam, @By() actor: Actor): Promise<LessonDetail> {
    return this.catalog.lesson(actor, slug, lesson);
  }

  @Get(':slug/lessons/:lesson/practice')
  @Public()
  @Returns(PracticeSheet)
  practice(@Param({ schema: LessonParam }) { slug, lesson }: LessonParam, @By() actor: Actor): Promise<PracticeSheet> {
    return this.catalog.practice(actor, slug, lesson);
  }
}
