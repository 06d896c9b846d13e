import { isStaff, type Role } from '@haven/shared/contract';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a session lives unused, and altogether, in milliseconds. A guest's is all that ties them to their progress, so it lives long. */
export function lifetimeOf(role: Role): { readonly idle: number; readonly absolute: number } {
  if (role === 'guest') return { idle: 180 * day, absolute: 400 * day };
  if (isStaff(role)) return { idle: 30 * minute, absolute: 8 * hour };
  return { idle: 12 * hour, absolute: 14 * day };
}

/** How exactly "last used" is kept: less exact is fewer writes and less of a trace. */
export const seenStep = 5 * minute;

/** Whether a session of someone in `role` is still good at `now`. */
export function alive(session: { createdAt: Date; seenAt: Date }, role: Role, now: Date): boolean {
  const { idle, absolute } = lifetimeOf(role);
  // `seenAt` may lag by one step; nobody is sent away early for that.
  return (
    now.getTime() - session.seenAt.getTime() <= idle + seenStep &&
    now.getTime() - session.createdAt.getTime() <= absolute
  );
}
