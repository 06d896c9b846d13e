import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  DrawnQuestions,
  ExtraTime,
  NewTimeCode,
  QuestionContent,
  QuestionDraft,
  QuestionState,
  QuizCards,
  QuizDraft,
  QuizPools,
  QuizSetUp,
  TimeCode,
} from '@haven/assessment/contract';
import { type Actor, By, IfMatch, type Person, Requires, Returns } from '@haven/shared/api';
import { Done, IdParam, PageQuery } from '@haven/shared/contract';
import { Drawings } from './bank/drawings';
import { ExtraTimes } from './extra-times';
import { Questions } from './questions';
import { Quizzes } from './quizzes';

@Controller('studio')
export class StudioQuestionController {
  constructor(
    private readonly quizzes: Quizzes,
    private readonly questions: Questions,
    private readonly drawings: Drawings,
    private readonly extraTimes: ExtraTimes,
  ) {}

  @Get('quizzes')
  @Requires('draft.read')
  @Returns(QuizCards)
  quizCards(@Query({ schema: PageQuery }) query: PageQuery, @By() actor: Actor): Promise<QuizCards> {
    return this.quizzes.cards(actor, query);
  }

  @Get('quizzes/:id')
  @Requires('draft.read')
  @Returns(QuizDraft)
  quiz(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<QuizDraft> {
    return this.quizzes.draft(actor, id);
  }

  @Get('quizzes/:id/pools')
  @Requires('draft.read')
  @Returns(QuizPools)
  pools(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<QuizPools> {
    return this.drawings.sizes(actor, id);
  }

  @Get('quizzes/:id/drawn')
  @Requires('draft.read')
  @Returns(DrawnQuestions)
  drawn(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<DrawnQuestions> {
    return this.drawings.list(actor, id);
  }

  @Post('quizzes/:id/questions')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(QuestionDraft)
  add(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: QuestionContent }) content: QuestionContent,
    @By() actor: Person,
  ): Promise<QuestionDraft> {
    return this.questions.add(actor, id, content);
  }

  @Put('quizzes/:id/rules')
  @Requires('draft.edit')
  @Returns(QuizDraft)
  saveRules(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: QuizSetUp }) setUp: QuizSetUp,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<QuizDraft> {
    return this.quizzes.saveRules(actor, id, version, setUp);
  }

  @Put('questions/:id')
  @Requires('draft.edit')
  @Returns(QuestionDraft)
  save(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: QuestionContent }) content: QuestionContent,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<QuestionDraft> {
    return this.questions.save(actor, id, version, content);
  }

  @Put('questions/:id/state')
  @Requires('draft.edit')
  @Returns(QuestionDraft)
  mark(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: QuestionState }) { ready }: QuestionState,
    @IfMatch() version: number,
    @By() actor: Person,
  ): Promise<QuestionDraft> {
    return this.questions.mark(actor, id, version, ready);
  }

  @Put('extra-time')
  @Requires('time.give')
  @Returns(Done)
  giveTime(@Body({ schema: ExtraTime }) extra: ExtraTime): Promise<Done> {
    return this.extraTimes.give(extra);
  }

  @Post('extra-time/codes')
  @HttpCode(200)
  @Requires('time.give')
  @Returns(TimeCode)
  makeTimeCode(@Body({ schema: NewTimeCode }) order: NewTimeCode): Promise<TimeCode> {
    return this.extraTimes.makeCode(order);
  }
}
