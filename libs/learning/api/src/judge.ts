import { type PinnedLesson } from '@haven/catalog/api';
import { type Evidence, type Missing } from '@haven/learning/contract';
import { gaps, meets, type Range, seconds } from '@haven/shared/contract';

/** What is known of one person and one lesson. */
export interface Facts {
  readonly read: boolean;
  readonly ranges: readonly Range[];
  readonly transcriptRead: boolean;
  readonly passed: { readonly attempt: string; readonly credit: number; readonly questions: number } | null;
  readonly openAttempt: string | null;
}

/** Either what meets the rule of a lesson, or what is missing for it. */
export type Verdict =
  { readonly evidence: Evidence; readonly missing: null } | { readonly evidence: null; readonly missing: Missing };

/** Judges a lesson by its rule. Pure: the same facts and the same rule give the same verdict, whenever they are looked at. */
export function judge(lesson: PinnedLesson, facts: Facts): Verdict {
  switch (lesson.rule.kind) {
    case 'read':
      return facts.read ? met({ kind: 'read' }) : open({ kind: 'read' });
    case 'watch':
      return judgeWatching(lesson.rule.required, lesson.recording?.duration ?? 0, facts);
    case 'pass': {
      const questions = lesson.quiz?.questions ?? 0;
      return facts.passed
        ? met({ kind: 'pass', ...facts.passed })
        : open({ kind: 'pass', needed: lesson.quiz?.needed ?? 0, questions, openAttempt: facts.openAttempt });
    }
  }
}

/** Reading the transcript to its end earns the same as watching: some people read instead of listening. */
function judgeWatching(required: number, duration: number, { ranges, transcriptRead }: Facts): Verdict {
  const covered = seconds(ranges);
  if (meets(covered, duration, required)) return met({ kind: 'watch', covered, duration, required });
  if (transcriptRead) return met({ kind: 'transcript' });
  return open({ kind: 'watch', required, duration, covered, gaps: gaps(ranges, duration) });
}

const met = (evidence: Evidence): Verdict => ({ evidence, missing: null });
const open = (missing: Missing): Verdict => ({ evidence: null, missing });
