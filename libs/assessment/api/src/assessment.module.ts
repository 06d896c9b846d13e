import { Module } from '@nestjs/common';
import { Analyses } from './analyses';
import { AnalysisController } from './analysis.controller';
import { AttemptController } from './attempt.controller';
import { Attempts } from './attempts';
import { Bank } from './bank/bank';
import { BankController } from './bank/bank.controller';
import { Drawings } from './bank/drawings';
import { Pools } from './bank/pools';
import { QuizUses } from './bank/quiz-uses';
import { WhereAsked } from './bank/where-asked';
import { Confirmations } from './confirmations';
import { ExportController } from './export.controller';
import { Exports } from './exports';
import { ExtraTimeController } from './extra-time.controller';
import { ExtraTimes } from './extra-times';
import { GradingController } from './grading/grading.controller';
import { Gradings } from './grading/gradings';
import { Marks } from './grading/marks';
import { ImportController } from './import.controller';
import { Imports } from './imports';
import { Papers } from './papers';
import { Questions } from './questions';
import { Quizzes } from './quizzes';
import { Responses } from './responses';
import { StudioQuestionController } from './studio-question.controller';

/** Questions, quizzes and attempts. */
@Module({
  controllers: [
    AnalysisController,
    AttemptController,
    BankController,
    ExportController,
    ExtraTimeController,
    GradingController,
    ImportController,
    StudioQuestionController,
  ],
  providers: [
    Analyses,
    Attempts,
    Bank,
    Confirmations,
    Drawings,
    Exports,
    ExtraTimes,
    Gradings,
    Imports,
    Marks,
    Papers,
    Pools,
    Questions,
    QuizUses,
    Quizzes,
    Responses,
    WhereAsked,
  ],
  exports: [Attempts, Questions, QuizUses, Quizzes],
})
export class AssessmentModule {}
