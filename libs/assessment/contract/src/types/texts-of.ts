import { type Text } from '@haven/shared/contract';

/** A text within a question, and the way to it: `options.a.text`, with the ids of parts in place of their numbers. */
export interface TextAt {
  readonly path: string;
  readonly text: Text;
}

/** Every text of a question in its order, whatever its type: for comparing, for translating and for finding what is missing. */
export function textsOf(value: unknown, path = ''): TextAt[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && typeof value.en === 'string') return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    textsOf(part, [path, Array.isArray(value) ? nameOf(part, key) : key].filter(Boolean).join('.')),
  );
}

/** The same question with other texts: each is what `say` makes of it. */
export function withTexts<T>(value: T, say: (at: TextAt) => Text, path = ''): T {
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && typeof value.en === 'string') return say({ path, text: value as Text }) as T;
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => {
    const at = [path, Array.isArray(value) ? nameOf(part, key) : key].filter(Boolean).join('.');
    return [key, withTexts(part, say, at)] as const;
  });
  return (Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as T;
}

const nameOf = (part: unknown, key: string): string =>
  typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string' ? part.id : key;
