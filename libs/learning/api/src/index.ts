export { CourseCompletionRow, EnrolmentRow, LessonCompletionRow, LessonReadRow } from './enrolment.entity';
export { LearningModule } from './learning.module';
export { NoteRow } from './notes/note.entity';
