import { Body, Controller, Get, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { AttemptDetail, PracticeAttempt, QuizStanding } from '@haven/assessment/contract';
import { LessonParam } from '@haven/catalog/contract';
import { GuestInterceptor } from '@haven/identity/api';
import {
  CourseProgress,
  Enrol,
  Enrolments as EnrolmentList,
  KeptAttemptParam,
  ReadMark,
} from '@haven/learning/contract';
import { type Actor, By, type Person, Public, Requires, Returns } from '@haven/shared/api';
import { SlugParam } from '@haven/shared/contract';
import { Enrolments } from './enrolments';

@Controller('enrolments')
export class EnrolmentController {
  constructor(private readonly enrolments: Enrolments) {}

  @Get()
  @Public()
  @Returns(EnrolmentList)
  list(@By() actor: Actor): Promise<EnrolmentList> {
    return this.enrolments.list(actor);
  }

  @Post()
  @HttpCode(200)
  @Requires('learn')
  @UseInterceptors(GuestInterceptor)
  @Returns(CourseProgress)
  enrol(@Body({ schema: Enrol }) { course }: Enrol, @By() actor: Person): Promise<CourseProgress> {
    return this.enrolments.enrol(actor, course);
  }

  @Get(':slug')
  @Requires('own')
  @Returns(CourseProgress)
  show(@Param({ schema: SlugParam }) { slug }: SlugParam, @By() actor: Person): Promise<CourseProgress> {
    return this.enrolments.show(actor, slug);
  }

  @Put(':slug/lessons/:lesson/read')
  @Requires('own')
  @Returns(CourseProgress)
  read(
    @Param({ schema: LessonParam }) { slug, lesson }: LessonParam,
    @Body({ schema: ReadMark }) mark: ReadMark,
    @By() actor: Person,
  ): Promise<CourseProgress> {
    return this.enrolments.markRead(actor, slug, lesson, mark);
  }

  @Put(':slug/lessons/:lesson/renewal')
  @Requires('own')
  @Returns(CourseProgress)
  renew(@Param({ schema: LessonParam }) { slug, lesson }: LessonParam, @By() actor: Person): Promise<CourseProgress> {
    return this.enrolments.renew(actor, slug, lesson);
  }

  @Post(':slug/lessons/:lesson/attempts')
  @HttpCode(200)
  @Requires('own')
  @Returns(AttemptDetail)
  attempt(@Param({ schema: LessonParam }) { slug, lesson }: LessonParam, @By() actor: Person): Promise<AttemptDetail> {
    return this.enrolments.attempt(actor, slug, lesson);
  }

  @Get(':slug/lessons/:lesson/attempts')
  @Requires('own')
  @Returns(QuizStanding)
  standing(@Param({ schema: LessonParam }) { slug, lesson }: LessonParam, @By() actor: Person): Promise<QuizStanding> {
    return this.enrolments.standing(actor, slug, lesson);
  }

  @Put(':slug/lessons/:lesson/attempts/:id')
  @Requires('own')
  @Returns(CourseProgress)
  practise(
    @Param({ schema: KeptAttemptParam }) param: KeptAttemptParam,
    @Body({ schema: PracticeAttempt }) kept: PracticeAttempt,
    @By() actor: Person,
  ): Promise<CourseProgress> {
    return this.enrolments.practise(actor, param, kept);
  }
}
