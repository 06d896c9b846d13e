import { type CaptionCue } from './document';

/** The names of those who speak, each once, in the order in which they are first heard. */
export function speakersOf(cues: readonly Pick<CaptionCue, 'speaker'>[]): string[] {
  return [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))];
}
