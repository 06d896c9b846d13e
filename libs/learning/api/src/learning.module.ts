import { Module } from '@nestjs/common';
import { AssessmentModule } from '@haven/assessment/api';
import { CatalogModule } from '@haven/catalog/api';
import { RecordingsModule } from '@haven/recordings/api';
import { DoneReader } from './done-reader';
import { EnrolmentController } from './enrolment.controller';
import { Enrolments } from './enrolments';
import { FactReader } from './fact-reader';
import { Impacts } from './impacts';
import { News } from './news';
import { NoteController } from './notes/note.controller';
import { Notes } from './notes/notes';
import { Progress } from './progress';
import { Renewals } from './renewals';

/** Enrolment, progress and completion, and what people note beside it. */
@Module({
  imports: [AssessmentModule, CatalogModule, RecordingsModule],
  controllers: [EnrolmentController, NoteController],
  providers: [DoneReader, Enrolments, FactReader, Impacts, News, Notes, Progress, Renewals],
})
export class LearningModule {}
