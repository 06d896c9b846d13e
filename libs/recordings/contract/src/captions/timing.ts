/** The times of a cue in milliseconds, and what follows them. `exact`: written as WebVTT has it. */
export interface Timing {
  readonly from: number;
  readonly to: number;
  readonly settings: string;
  readonly exact: boolean;
}

/** Whatever is clearly a time; every part is bounded, so that no line takes long to refuse. */
const loose = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})(?!\d)/;

/** A time as WebVTT, section 6.3, collects it. */
const exact = /^(?:\d+:)?\d\d:\d\d\.\d{3}$/;

/** Reads the line with the arrow, as WebVTT (section 6.3) or SRT have it; null where it has no two times. */
export function readTiming(line: string): Timing | null {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return null;
  const [left, right] = [line.slice(0, arrow).trim(), line.slice(arrow + 3).trim()];
  const [from, to] = [readClock(left), readClock(right)];
  if (!from || !to || from.length !== left.length) return null;
  return { from: from.at, to: to.at, settings: right.slice(to.length), exact: from.exact && to.exact };
}

function readClock(text: string): { at: number; length: number; exact: boolean } | null {
  const found = loose.exec(text);
  if (!found) return null;
  const [whole, hours = '0', minutes, seconds, fraction = ''] = found;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const at = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
  return { at, length: whole.length, exact: exact.test(whole) };
}

/** Milliseconds as WebVTT writes them: `00:00:04.000`. */
export function writeClock(time: number): string {
  const pad = (part: number, length = 2): string => String(Math.floor(part)).padStart(length, '0');
  return `${pad(time / 3_600_000)}:${pad((time / 60_000) % 60)}:${pad((time / 1000) % 60)}.${pad(time % 1000, 3)}`;
}
