import { type QuizRules, type QuizStanding } from '@haven/assessment/contract';
import { type AttemptRow, type ResponseRow } from './attempt.entity';

const MINUTE = 60_000;

/** The earlier of two moments: nothing was done later than it came. */
export const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** How many minutes somebody has who is given `extra` per cent more; null without a limit. Rounded up: nobody loses part of a minute. */
export const minutesFor = ({ timeLimit }: QuizRules, extra: number): number | null =>
  timeLimit === null ? null : Math.ceil((timeLimit * (100 + extra)) / 100);

/** When an attempt that begins at `start` ends. */
export function deadlineFor(rules: QuizRules, extra: number, start: Date): Date | null {
  const minutes = minutesFor(rules, extra);
  return minutes === null ? null : new Date(start.getTime() + minutes * MINUTE);
}

/** Whether time is up for an attempt that was not handed in. */
export const isOver = ({ deadline, submittedAt }: AttemptRow, now: Date): boolean =>
  submittedAt === null && deadline !== null && deadline <= now;

/** How many attempts may still be begun, and from when on, after those there are. One that is open may always be gone on with. */
export function room(
  { attempts, coolDown }: QuizRules,
  made: readonly AttemptRow[],
  now: Date,
): Pick<QuizStanding, 'left' | 'waitUntil'> {
  const left = attempts === null ? null : Math.max(0, attempts - made.length);
  const last = Math.max(...made.map(({ submittedAt }) => submittedAt?.getTime() ?? 0), 0);
  const until = last > 0 ? last + coolDown * MINUTE : 0;
  return { left, waitUntil: left !== 0 && until > now.getTime() ? new Date(until).toISOString() : null };
}

/** The responses that count. */
export const counted = (responses: readonly ResponseRow[]): ResponseRow[] => responses.filter(({ late }) => !late);
