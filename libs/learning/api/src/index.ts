export {
  CourseCompletionRow,
  EnrolmentRow,
  LessonCompletionRow,
  LessonReadRow,
  LessonRenewalRow,
} from './enrolment.entity';
export { Impacts } from './impacts';
export { LearningModule } from './learning.module';
export { NoteRow } from './notes/note.entity';
