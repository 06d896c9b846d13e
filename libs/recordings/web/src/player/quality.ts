import { type QualityChoice, type RecordingDetail } from '@haven/recordings/contract';

/** What the reader wishes to see: what the line allows, at most so many lines of picture, or sound with the slides. */
export type Quality = 'auto' | 'audio' | number;

/** The choices of a recording, the tallest picture first and sound last; of two of one height the one that costs less. */
export function choicesOf({ qualities }: Pick<RecordingDetail, 'qualities'>): QualityChoice[] {
  const cheapest = new Map<number | null, QualityChoice>();
  for (const choice of qualities) {
    const known = cheapest.get(choice.height);
    if (!known || choice.bandwidth < known.bandwidth) cheapest.set(choice.height, choice);
  }
  return [...cheapest.values()].sort((a, b) => (b.height ?? 0) - (a.height ?? 0));
}

/** What `wished` is in this recording, which may lack it: then the tallest below, or what the line allows. Where there is sound alone, that. */
export function chosen(recording: Pick<RecordingDetail, 'qualities'>, wished: Quality): QualityChoice | null {
  const soundAlone = recording.qualities.every(({ height }) => height === null);
  if (wished === 'auto' && !soundAlone) return null;
  const most = wished === 'audio' || wished === 'auto' || soundAlone ? null : wished;
  const fits = ({ height }: QualityChoice) => (most === null ? height === null : height !== null && height <= most);
  return choicesOf(recording).find(fits) ?? null;
}

/** What an hour of it costs, in megabytes, at most. Two digits: more would claim to know the future. */
export function megabytesAnHour({ bandwidth }: Pick<QualityChoice, 'bandwidth'>): number {
  return Number(((bandwidth * 3600) / 8e6).toPrecision(2));
}
