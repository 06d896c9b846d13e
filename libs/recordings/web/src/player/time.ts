export { clock } from '@haven/shared/contract/plain';

/** The second that a `?t=` names: `125`, `125s`, `2m5s`, `1h2m`. Null where it names none. */
export function parseTime(text: string | null | undefined): number | null {
  if (!text) return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (!parts) return null;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}

/** Hours, minutes and seconds of a length, to say it in words: see `Lengths`. */
export function parts(seconds: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.round(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}
