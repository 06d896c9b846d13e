import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BankQuery, BankQuestions, QuestionDraft, QuestionUses } from '@haven/assessment/contract';
import { type Actor, By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Questions } from '../questions';
import { Bank } from './bank';

@Controller('studio/questions')
export class BankController {
  constructor(
    private readonly bank: Bank,
    private readonly questions: Questions,
  ) {}

  @Get()
  @Requires('draft.read')
  @Returns(BankQuestions)
  list(@Query({ schema: BankQuery }) query: BankQuery, @By() actor: Actor): Promise<BankQuestions> {
    return this.bank.list(actor, query);
  }

  @Get(':id/uses')
  @Requires('draft.read')
  @Returns(QuestionUses)
  uses(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<QuestionUses> {
    return this.bank.used(actor, id);
  }

  @Post(':id/copies')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(QuestionDraft)
  copy(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<QuestionDraft> {
    return this.questions.copy(actor, id);
  }
}
