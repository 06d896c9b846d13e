/** Why an upload stands still until somebody does something; the words are in the dictionary. */
export type Obstacle =
  'too-large' | 'quota-used-up' | 'no-room' | 'not-staff' | 'signed-out' | 'gone' | 'not-cancelled' | 'failed';

/**
 * Where an upload is. `waiting`: for its turn. `offline`: nobody answers, it tries again by itself. `choose`: the browser does not have the
 * file any more. `twin`: the same file is there already, and the person is asked. `stopped`: see the obstacle.
 */
export type Phase = 'waiting' | 'sending' | 'paused' | 'offline' | 'choose' | 'twin' | 'stopped' | 'done';

/** What is known of the speed: bytes by a time in milliseconds, and the smoothed bytes per second (0 while unknown). */
export interface Pace {
  readonly at: number;
  readonly sent: number;
  readonly rate: number;
}

/** One upload. `sent` and `size` in bytes; `tries`: how often in a row nobody answered. */
export interface UploadState {
  readonly phase: Phase;
  readonly size: number;
  readonly sent: number;
  readonly pace: Pace | null;
  readonly tries: number;
  readonly obstacle: Obstacle | null;
}

/** What went wrong with a request: the status of the answer, 0 where there was none, and the problem's code. */
export interface Failure {
  readonly status: number;
  readonly code: string | null;
}

/** How long the past counts in the speed, in milliseconds: a slow second does not frighten, a slow minute shows. */
const memory = 8_000;
/** Two measurements closer than this say nothing. */
const apart = 250;

export const freshUpload = (size: number, sent = 0, phase: Phase = 'waiting'): UploadState => ({
  phase,
  size,
  sent,
  pace: null,
  tries: 0,
  obstacle: null,
});

/** Takes a measurement in. The longer the last one is ago, the more the new one counts. */
export function paced(before: Pace | null, at: number, sent: number): Pace {
  if (!before || sent < before.sent) return { at, sent, rate: 0 };
  const passed = at - before.at;
  if (passed < apart) return before;
  const rate = ((sent - before.sent) / passed) * 1000;
  const weight = before.rate === 0 ? 1 : 1 - Math.exp(-passed / memory);
  return { at, sent, rate: before.rate + (rate - before.rate) * weight };
}

/** The server has, or is getting, `sent` bytes. */
export const progressed = (state: UploadState, at: number, sent: number): UploadState => ({
  ...state,
  phase: 'sending',
  sent,
  pace: paced(state.pace, at, sent),
  tries: sent > state.sent ? 0 : state.tries,
});

/** Stands still, or waits: what was known of the speed is of no use any more. */
export const inPhase = (state: UploadState, phase: Phase): UploadState => ({
  ...state,
  phase,
  pace: null,
  obstacle: null,
});

export const stopped = (state: UploadState, obstacle: Obstacle): UploadState => ({
  ...inPhase(state, 'stopped'),
  obstacle,
});

/** After a request that failed: stopped where only a person can help, else another try. */
export function broken(state: UploadState, failure: Failure): UploadState {
  const obstacle = obstacleOf(failure);
  if (obstacle) return stopped(state, obstacle);
  return { ...inPhase(state, 'offline'), tries: state.tries + 1 };
}

const byCode: Partial<Record<string, Obstacle>> = {
  'too-large': 'too-large',
  'quota-used-up': 'quota-used-up',
  'no-room': 'no-room',
  'not-signed-in': 'signed-out',
};
const byStatus: Partial<Record<number, Obstacle>> = {
  401: 'signed-out',
  403: 'not-staff',
  404: 'gone',
  410: 'gone',
  413: 'too-large',
  507: 'no-room',
};
/** Another request holds the upload, or the server is busy: it passes. */
const passing: readonly number[] = [0, 408, 409, 423, 425, 429];

/** Null where trying again by itself may help. */
export function obstacleOf({ status, code }: Failure): Obstacle | null {
  const known = byCode[code ?? ''] ?? byStatus[status];
  if (known) return known;
  return passing.includes(status) || status >= 500 ? null : 'failed';
}

const pauses = [1_000, 3_000, 10_000, 30_000, 60_000] as const;

/** How long to wait before try number `tries`, in milliseconds. */
export const pauseBefore = (tries: number): number => pauses[Math.min(tries, pauses.length) - 1] ?? pauses[0];

/** Whole seconds until the last byte at this speed; null while the speed is not known. */
export function secondsLeft({ pace, size, sent }: UploadState): number | null {
  return pace && pace.rate > 0 ? Math.ceil((size - sent) / pace.rate) : null;
}

/** How much has been sent, in whole per cent. 100 is said only of all of it. */
export const percent = ({ sent, size }: Pick<UploadState, 'sent' | 'size'>): number =>
  size > 0 ? Math.floor((sent / size) * 100) : 0;

/** The quarter that was passed on the way from `before` to `after` per cent, to be said aloud; null where none was. */
export function quarter(before: number, after: number): number | null {
  const [from, to] = [Math.floor(before / 25), Math.floor(after / 25)];
  return to > from ? to * 25 : null;
}

/** Phases that hold one of the places for uploads that run. */
export const underWay = (phase: Phase): boolean => phase === 'sending' || phase === 'offline';

/** How many of the waiting may start while `most` run at once. */
export const places = (phases: readonly Phase[], most: number): number =>
  Math.max(0, most - phases.filter(underWay).length);
