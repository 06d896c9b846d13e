import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AttemptDetail, AttemptQuestionParam, SavedResponses, SaveResponses } from '@haven/assessment/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Attempts } from './attempts';
import { Confirmations } from './confirmations';

@Controller('attempts')
export class AttemptController {
  constructor(
    private readonly attempts: Attempts,
    private readonly confirmations: Confirmations,
  ) {}

  @Get(':id')
  @Requires('own')
  @Returns(AttemptDetail)
  show(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<AttemptDetail> {
    return this.attempts.detail(actor, id);
  }

  @Post(':id/responses')
  @HttpCode(200)
  @Requires('own')
  @Returns(SavedResponses)
  save(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: SaveResponses }) { responses }: SaveResponses,
    @By() actor: Person,
  ): Promise<SavedResponses> {
    return this.attempts.save(actor, id, responses);
  }

  @Post(':id/questions/:question/confirmation')
  @HttpCode(200)
  @Requires('own')
  @Returns(AttemptDetail)
  confirm(
    @Param({ schema: AttemptQuestionParam }) { id, question }: AttemptQuestionParam,
    @By() actor: Person,
  ): Promise<AttemptDetail> {
    return this.confirmations.confirm(actor, id, question);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Requires('own')
  @Returns(AttemptDetail)
  submit(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<AttemptDetail> {
    return this.attempts.submit(actor, id);
  }
}
