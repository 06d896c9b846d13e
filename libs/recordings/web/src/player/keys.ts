/** What a key does in the player. */
export type Command =
  | { do: 'toggle' | 'captions' | 'mute' | 'fullscreen' | 'help' }
  | { do: 'skip'; by: number }
  | { do: 'rate'; by: 1 | -1 }
  | { do: 'volume'; by: number };

/** The list under `?`: the keys as printed, and the word for what they do. */
export const keyList: readonly { keys: readonly string[]; space?: true; word: string }[] = [
  { keys: ['k'], space: true, word: 'toggle' },
  { keys: ['j', 'l'], word: 'skip10' },
  { keys: ['←', '→'], word: 'skip5' },
  { keys: ['↑', '↓'], word: 'volume' },
  { keys: ['c'], word: 'captions' },
  { keys: ['m'], word: 'mute' },
  { keys: ['f'], word: 'fullscreen' },
  { keys: ['<', '>'], word: 'speed' },
  { keys: ['?'], word: 'help' },
];

const letters: Record<string, Command> = {
  k: { do: 'toggle' },
  j: { do: 'skip', by: -10 },
  l: { do: 'skip', by: 10 },
  c: { do: 'captions' },
  m: { do: 'mute' },
  f: { do: 'fullscreen' },
  '<': { do: 'rate', by: -1 },
  '>': { do: 'rate', by: 1 },
  '?': { do: 'help' },
};
const arrows: Record<string, Command> = {
  ArrowLeft: { do: 'skip', by: -5 },
  ArrowRight: { do: 'skip', by: 5 },
  ArrowUp: { do: 'volume', by: 0.1 },
  ArrowDown: { do: 'volume', by: -0.1 },
};

/** The command behind a key press, or null where the key belongs to the control that has the focus. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  focused: string,
): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || focused === 'SELECT') return null;
  if (event.key === ' ') return focused === 'BUTTON' ? null : { do: 'toggle' };
  const arrow = arrows[event.key];
  if (arrow && focused === 'INPUT' && arrow.do === 'volume')
    return { do: 'skip', by: event.key === 'ArrowUp' ? 5 : -5 };
  return arrow ?? letters[event.key.toLowerCase()] ?? null;
}

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** The speed one step up or down from `rate`. */
export function stepRate(rate: number, by: 1 | -1): number {
  const at = rates.findIndex((r) => r === rate);
  return rates[Math.min(rates.length - 1, Math.max(0, (at < 0 ? 2 : at) + by))] ?? 1;
}
