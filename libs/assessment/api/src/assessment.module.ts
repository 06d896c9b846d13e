import { Module } from '@nestjs/common';
import { AttemptController } from './attempt.controller';
import { Attempts } from './attempts';
import { Quizzes } from './quizzes';
import { StudioQuestionController } from './studio-question.controller';

/** Questions, quizzes and attempts. */
@Module({
  controllers: [AttemptController, StudioQuestionController],
  providers: [Attempts, Quizzes],
  exports: [Attempts, Quizzes],
})
export class AssessmentModule {}
