export { AssessmentModule } from './assessment.module';
export { ExtraTimeRow } from './extra-time.entity';
export { AttemptRow, ResponseRow } from './attempt.entity';
export { Attempts } from './attempts';
export { attemptSubmitted } from './attempt-submitted';
export { GradingRow } from './grading/grading.entity';
export { QuestionRow, QuestionVersionRow } from './question.entity';
export { QuizRow, QuizVersionRow } from './quiz.entity';
export { Quizzes } from './quizzes';
