import { Module } from '@nestjs/common';
import { AssessmentModule } from '@haven/assessment/api';
import { CatalogModule } from '@haven/catalog/api';
import { EnrolmentController } from './enrolment.controller';
import { Enrolments } from './enrolments';
import { FactReader } from './fact-reader';
import { News } from './news';
import { Progress } from './progress';

/** Enrolment, progress and completion. */
@Module({
  imports: [AssessmentModule, CatalogModule],
  controllers: [EnrolmentController],
  providers: [Enrolments, FactReader, News, Progress],
})
export class LearningModule {}
