import { Controller, Get, Param } from '@nestjs/common';
import { QuizAnalysis } from '@haven/assessment/contract';
import { type Actor, By, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Analyses } from './analyses';

@Controller('studio/quizzes/:id')
export class AnalysisController {
  constructor(private readonly analyses: Analyses) {}

  @Get('analysis')
  @Requires('draft.read')
  @Returns(QuizAnalysis)
  of(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<QuizAnalysis> {
    return this.analyses.of(actor, id);
  }
}
