import { type I18n } from '@haven/shared/web';

const units = [
  ['days', 1440],
  ['hours', 60],
] as const;

/** A length of time in words, from minutes: in the largest unit that it is whole in. */
export function length(i18n: I18n, minutes: number): string {
  const [unit, size] = units.find(([, size]) => minutes % size === 0) ?? (['minutes', 1] as const);
  return i18n.n(`assessment.length.${unit}`, minutes / size);
}
