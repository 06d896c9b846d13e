import { type LessonDetail } from '@haven/catalog/contract';
import { needs } from '@haven/recordings/web';
import { type Range } from '@haven/shared/contract';
import { type CourseStudy } from '../course/course-study';

/** What the server holds of somebody's watching. */
export interface Watched {
  readonly ranges: readonly Range[];
  readonly transcriptRead: boolean;
}

/** When the server first holds some of the recording of `lesson`, and when that meets the rule, the progress is asked for anew. */
export function lookAt(study: CourseStudy, { slug, recording, rule }: LessonDetail, watched: Watched): void {
  const progress = study.of(slug);
  if (!recording || rule.kind !== 'watch' || progress?.completedAt) return;
  const missing = progress?.missing;
  const begun = missing?.kind === 'watch' && missing.covered === 0 && watched.ranges.length > 0;
  const met = needs(watched.ranges, recording.duration, rule.required).met;
  if (begun || watched.transcriptRead || met) void study.refresh();
}
