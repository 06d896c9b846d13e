import { Ground1795470000000 } from './1795470000000-ground';
import { RecordingsStudio1795560000000 } from './1795560000000-recordings-studio';
import { FairCredit1795600000000 } from './1795600000000-fair-credit';
import { Lease1795700000000 } from './1795700000000-lease';
import { CreditTells1795700000001 } from './1795700000001-credit-tells';
import { Note1795730000000 } from './1795730000000-note';
import { Presence1795750000000 } from './1795750000000-presence';
import { Answers1795760000000 } from './1795760000000-answers';
import { LessonMedia1795770000000 } from './1795770000000-lesson-media';
import { QuizRules1795800000000 } from './1795800000000-quiz-rules';
import { ReleaseTimes1795810000000 } from './1795810000000-release-times';
import { ReleaseNews1795810000001 } from './1795810000001-release-news';
import { CourseDeleted1795810000002 } from './1795810000002-course-deleted';
import { AnswerLanguage1795840000000 } from './1795840000000-answer-language';
import { Grading1795850000000 } from './1795850000000-grading';
import { Groups1795860000000 } from './1795860000000-groups';
import { QuestionState1795880000000 } from './1795880000000-question-state';
import { ConfirmedAnswers1795880000001 } from './1795880000001-confirmed-answers';
import { Preview1795890000000 } from './1795890000000-preview';
import { TimeCodes1795900000000 } from './1795900000000-time-codes';

/** Every migration, in order. A spec compares this list with the folder. */
export const migrations = [
  Ground1795470000000,
  RecordingsStudio1795560000000,
  FairCredit1795600000000,
  Lease1795700000000,
  CreditTells1795700000001,
  Note1795730000000,
  Presence1795750000000,
  Answers1795760000000,
  LessonMedia1795770000000,
  QuizRules1795800000000,
  ReleaseTimes1795810000000,
  ReleaseNews1795810000001,
  CourseDeleted1795810000002,
  AnswerLanguage1795840000000,
  Grading1795850000000,
  Groups1795860000000,
  QuestionState1795880000000,
  ConfirmedAnswers1795880000001,
  Preview1795890000000,
  TimeCodes1795900000000,
];
