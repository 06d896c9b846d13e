import { type I18n } from '@haven/shared/web';

/** When a release is to be seen, as a form holds it: now, or on a day at a time of this device. */
export interface When {
  readonly now: boolean;
  readonly date: string;
  readonly time: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A moment as the form holds it. */
export function whenOf(moment: Date): When {
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return { now: false, date, time: `${two(moment.getHours())}:${two(moment.getMinutes())}` };
}

/** What is offered first: now, or else tomorrow morning. */
export function firstWhen(today = new Date()): When {
  const morning = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, 9);
  return { ...whenOf(morning), now: true };
}

/** The moment that a form says, as the server is told it; null is now, undefined where something is missing. */
export function instantOf({ now, date, time }: When): string | null | undefined {
  if (now) return null;
  const moment = new Date(`${date}T${time}`);
  return date && time && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}

/** A moment in words, with its zone: nobody has to guess whose nine o'clock it is. */
export const inWords = (i18n: I18n, instant: string): string =>
  i18n.date(instant, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'long' },
  });
