import { type Lease } from '@haven/recordings/contract';

/** Only a random id and a date: nothing personal. The claims that name it are mirrored in the same place. */
const key = 'haven.lease';
const DAY = 24 * 3600 * 1000;

/** The lease that sessions on this device play by; null without one, or when it is over. */
export function heldLease(now: Date): string | null {
  const held = read();
  return held && new Date(held.until) > now ? held.lease : null;
}

/** Whether the device should take a new lease: it has none, or a week of its thirty days is gone. */
export function leaseIsDue(now: Date): boolean {
  const held = read();
  return !held || new Date(held.until).getTime() - now.getTime() < 23 * DAY;
}

export function holdLease({ lease, until }: Lease): void {
  try {
    localStorage.setItem(key, JSON.stringify({ lease, until }));
  } catch {
    // Without storage there are no packs to play either.
  }
}

function read(): Lease | null {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isLease(held) ? held : null;
  } catch {
    return null;
  }
}

const isLease = (held: unknown): held is Lease =>
  typeof held === 'object' &&
  held !== null &&
  'lease' in held &&
  typeof held.lease === 'string' &&
  'until' in held &&
  typeof held.until === 'string';
