/** Milliseconds as a person reads and writes them: `1:02.350`, with hours only where there are any. */
export function writeMoment(time: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const [hours, minutes] = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60];
  const seconds = `${two((time / 1000) % 60)}.${String(Math.round(time) % 1000).padStart(3, '0')}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** The milliseconds that a person wrote: `62.35`, `1:02,350`, `0:01:02`. Null where it is no time. */
export function readMoment(text: string): number | null {
  const found = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!found) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found;
  const isClock = found[2] !== undefined;
  if (isClock && (Number(seconds) > 59 || (found[1] !== undefined && Number(minutes) > 59))) return null;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
