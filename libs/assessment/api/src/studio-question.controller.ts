import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { QuestionContent, QuestionDraft, QuizCards, QuizDraft } from '@haven/assessment/contract';
import { type Actor, By, IfMatch, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam, PageQuery } from '@haven/shared/contract';
import { Quizzes } from './quizzes';

@Controller('studio')
export class StudioQuestionController {
  constructor(private readonly quizzes: Quizzes) {}

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

  @Post('quizzes/:id/questions')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(QuestionDraft)
  add(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: QuestionContent }) content: QuestionContent,
    @By() actor: Person,
  ): Promise<QuestionDraft> {
    return this.quizzes.addQuestion(actor, id, content);
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
    return this.quizzes.saveQuestion(actor, id, version, content);
  }
}
