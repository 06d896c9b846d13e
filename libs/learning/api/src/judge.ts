import { type PinnedLesson } from '@haven/catalog/api';
import { type CompletionRule } from '@haven/catalog/contract';
import { type Evidence, type Missing } from '@haven/learning/contract';
import { gaps, meets, type Range, seconds } from '@haven/shared/contract';

/** What is known of one person and one lesson. */
export interface Facts {
  readonly read: boolean;
  readonly ranges: readonly Range[];
  /** What was watched without a line and could not be checked; has nothing in common with `ranges`. */
  readonly unproven: readonly Range[];
  readonly transcriptRead: boolean;
  readonly passed: { readonly attempt: string; readonly credit: number; readonly questions: number } | null;
  /** The versions of the quiz that they passed. */
  readonly passedVersions: readonly number[];
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
      return judgeWatching(lesson.rule, lesson.recording?.duration ?? 0, facts);
    case 'pass': {
      const questions = lesson.quiz?.questions ?? 0;
      return facts.passed
        ? met({ kind: 'pass', ...facts.passed })
        : open({ kind: 'pass', needed: lesson.quiz?.needed ?? 0, questions, openAttempt: facts.openAttempt });
    }
  }
}

/** Reading the transcript to its end earns the same as watching: some people read instead of listening. */
function judgeWatching({ required, unproven: trusts }: Watching, duration: number, facts: Facts): Verdict {
  const covered = seconds(facts.ranges);
  const unproven = seconds(facts.unproven);
  if (meets(covered, duration, required)) return met({ kind: 'watch', covered, duration, required });
  if (trusts && meets(covered + unproven, duration, required))
    return met({ kind: 'watch', covered, unproven, duration, required });
  if (facts.transcriptRead) return met({ kind: 'transcript' });
  const counted = trusts ? [...facts.ranges, ...facts.unproven] : facts.ranges;
  return open({ kind: 'watch', required, duration, covered, unproven, gaps: gaps(counted, duration) });
}

type Watching = Extract<CompletionRule, { kind: 'watch' }>;

const met = (evidence: Evidence): Verdict => ({ evidence, missing: null });
const open = (missing: Missing): Verdict => ({ evidence: null, missing });
