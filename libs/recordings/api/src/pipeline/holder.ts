import { hostname } from 'node:os';
import { newId } from '@haven/shared/api';

/** The name of this process among all that work on recordings: its machine, its number there, and a mark, since numbers come again. */
export const me = `${hostname()}@${process.pid}@${newId()}`;

/** Whether the process named `holder`, or whose name something begins with, certainly works no more. Of another machine's only its silence tells. */
export function isGone(holder: string): boolean {
  const [host, pid] = holder.split('@');
  if (holder.startsWith(me) || host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
