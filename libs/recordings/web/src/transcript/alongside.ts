import { type Cue } from '@haven/recordings/contract';

/**
 * For each line what another language says meanwhile: two tracks are seldom cut at the same places, so each cue of the other stands beside
 * the line in which its middle falls, or the last one before. Nothing is left out and nothing stands twice.
 */
export function alongside(lines: readonly Cue[], other: readonly Cue[]): string[] {
  const texts = lines.map((): string[] => []);
  for (const { from, to, text } of other) {
    const at = lines.findLastIndex((line) => line.from <= (from + to) / 2);
    texts[Math.max(0, at)]?.push(text);
  }
  return texts.map((said) => said.join(' '));
}
