import { Href } from '@haven/shared/contract';

/** A link that leads nowhere: its form is none of ours, or there is no such lesson. */
export interface BadLink {
  readonly href: string;
  readonly why: 'form' | 'lesson';
}

/** The links of a text that lead nowhere, each once. `lessons`: the addresses of the lessons that there are. */
export function badLinks(markdown: string, lessons: ReadonlySet<string>): BadLink[] {
  const targets = new Set([...markdown.matchAll(/(?<!\\)\]\(\s*<?([^)\s>]*)/g)].map((match) => match[1] ?? ''));
  return [...targets].flatMap((href): BadLink[] => {
    if (!Href.safeParse(href).success) return [{ href, why: 'form' }];
    const lesson = /^lesson:([a-z0-9-]+)/.exec(href)?.[1];
    return lesson === undefined || lessons.has(lesson) ? [] : [{ href, why: 'lesson' }];
  });
}
