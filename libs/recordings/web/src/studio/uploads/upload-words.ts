import { type I18n } from '@haven/shared/web';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the reader's manner: "812 MB". `perSecond` for a speed. */
export function sizeWords(i18n: I18n, bytes: number, perSecond = false): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = units[step] ?? 'byte';
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(i18n.locale(), {
    style: 'unit',
    unit: perSecond ? `${unit}-per-second` : unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}

/** How long it will still take, no more exact than can be known. */
export function leftWords(i18n: I18n, seconds: number): string {
  const say = (key: string, n: number) => i18n.n(`recordings.studio.uploads.left.${key}`, n);
  if (seconds < 60) return i18n.t('recordings.studio.uploads.left.moment');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return say('minutes', minutes);
  return say('hours', Math.round(minutes / 60));
}
