import { type Reason, type StudioRecordingCard, type StudioTrack, type Step } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { type I18n } from '@haven/shared/web';
import { type Lengths } from '../lengths';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

/** Whether something will still change by itself. */
export const inWork = (card: Pick<StudioRecordingCard, 'state'>): boolean =>
  card.state === 'uploaded' || card.state === 'processing' || card.state === 'playable';

export const tones = {
  uploaded: 'plain',
  processing: 'lamp',
  playable: 'lamp',
  done: 'teal',
  failed: 'bad',
} as const;

/** How the captions of each language stand: "English: reviewed 12 May 2026". */
export const trackWords = (i18n: I18n, tracks: readonly StudioTrack[]): { locale: Locale; words: string }[] =>
  locales.map((locale) => {
    const track = tracks.find((other) => other.locale === locale);
    const language = i18n.t(`recordings.studio.languages.${locale}`);
    const kind = track?.reviewed ? 'reviewed' : track ? 'draft' : 'none';
    const date = track?.reviewed ? i18n.date(track.reviewed.on, day) : '';
    return { locale, words: i18n.t(`recordings.studio.tracks.${kind}`, { language, date }) };
  });

/** What is being done now: "Find the slides, 40 %". */
export const stepWords = (i18n: I18n, step: Step): string =>
  i18n.t('recordings.studio.status.now', {
    step: i18n.t(`recordings.studio.steps.name.${step.name}`),
    n: i18n.number(step.progress),
  });

/** Why a step came to no good end, and what to do about it. */
export function reasonWords(i18n: I18n, lengths: Lengths, { code, facts }: Reason): string {
  const time = (fact: string | number | undefined) => lengths.say(Number(fact ?? 0));
  const filled = code === 'truncated' ? { declared: time(facts['declared']), found: time(facts['found']) } : facts;
  return i18n.t(`recordings.studio.reason.${code}`, filled);
}

/** How the whole recording stands, in a sentence. */
export const statusWords = (i18n: I18n, { state, playable }: Pick<StudioRecordingCard, 'state' | 'playable'>): string =>
  i18n.t(`recordings.studio.status.${state === 'failed' && playable ? 'failedPlayable' : state}`);
