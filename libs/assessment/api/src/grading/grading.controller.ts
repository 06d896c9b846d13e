import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  GradedAttempt,
  GradingOrder,
  Gradings as GradingList,
  OtherQuizzes,
  QuizAttemptParam,
  QuizQuestionParam,
  RegradePreview,
} from '@haven/assessment/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { WhereAsked } from '../bank/where-asked';
import { Gradings } from './gradings';

@Controller('studio/quizzes')
export class GradingController {
  constructor(
    private readonly gradings: Gradings,
    private readonly where: WhereAsked,
  ) {}

  @Get(':id/questions/:question/regrade')
  @Requires('grade.correct')
  @Returns(RegradePreview)
  preview(@Param({ schema: QuizQuestionParam }) { id, question }: QuizQuestionParam): Promise<RegradePreview> {
    return this.gradings.preview(id, question);
  }

  @Get(':id/questions/:question/others')
  @Requires('grade.correct')
  @Returns(OtherQuizzes)
  others(@Param({ schema: QuizQuestionParam }) { id, question }: QuizQuestionParam): Promise<OtherQuizzes> {
    return this.where.others(id, question);
  }

  @Get(':id/attempts/:attempt')
  @Requires('grade.correct')
  @Returns(GradedAttempt)
  attempt(@Param({ schema: QuizAttemptParam }) { id, attempt }: QuizAttemptParam): Promise<GradedAttempt> {
    return this.gradings.attempt(id, attempt);
  }

  @Get(':id/gradings')
  @Requires('grade.correct')
  @Returns(GradingList)
  history(@Param({ schema: IdParam }) { id }: IdParam): Promise<GradingList> {
    return this.gradings.history(id);
  }

  @Post(':id/gradings')
  @HttpCode(200)
  @Requires('grade.correct')
  @Returns(GradingList)
  add(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: GradingOrder }) order: GradingOrder,
    @By() actor: Person,
  ): Promise<GradingList> {
    return this.gradings.add(actor, id, order);
  }
}
