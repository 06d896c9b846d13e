import {
  AttemptRow,
  ExtraTimeRow,
  GradingRow,
  QuestionRow,
  QuestionVersionRow,
  QuizRow,
  QuizVersionRow,
  ResponseRow,
} from '@haven/assessment/api';
import { CourseRow, ItemRow, ItemVersionRow, LessonMediaRow, PresenceRow, ReleaseRow } from '@haven/catalog/api';
import { GroupRow, MembershipRow, PersonRow, SessionRow } from '@haven/identity/api';
import {
  CourseCompletionRow,
  EnrolmentRow,
  LessonCompletionRow,
  LessonReadRow,
  LessonRenewalRow,
  NoteRow,
} from '@haven/learning/api';
import {
  CaptionTrackRow,
  CoverageRow,
  PlaySessionRow,
  RecordingRow,
  StepRow,
  TimelineRow,
  UploadRow,
  WatchBudgetRow,
} from '@haven/recordings/api';
import { OutboxEvent } from '@haven/shared/api';

/** Every table. A spec compares them with what the migrations make. */
export const entities = [
  OutboxEvent,
  PersonRow,
  SessionRow,
  GroupRow,
  MembershipRow,
  RecordingRow,
  TimelineRow,
  StepRow,
  UploadRow,
  CaptionTrackRow,
  CoverageRow,
  PlaySessionRow,
  WatchBudgetRow,
  QuestionRow,
  QuestionVersionRow,
  QuizRow,
  QuizVersionRow,
  AttemptRow,
  ExtraTimeRow,
  GradingRow,
  ResponseRow,
  CourseRow,
  ItemRow,
  ItemVersionRow,
  ReleaseRow,
  PresenceRow,
  LessonMediaRow,
  EnrolmentRow,
  LessonReadRow,
  LessonRenewalRow,
  LessonCompletionRow,
  CourseCompletionRow,
  NoteRow,
];
