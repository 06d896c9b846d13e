import { type Block, Href } from '@haven/shared/contract';

/** A link that leads nowhere: its form is none of ours, or there is no such lesson. */
export interface BadLink {
  readonly href: string;
  readonly why: 'form' | 'lesson';
}

/** The links of a text that lead nowhere, each once. `lessons`: the addresses of the lessons that there are. */
export function badLinks(blocks: readonly Block[], lessons: ReadonlySet<string>): BadLink[] {
  return [...new Set(targetsOf(blocks))].flatMap((href): BadLink[] => {
    if (!Href.safeParse(href).success) return [{ href, why: 'form' }];
    const lesson = /^lesson:([a-z0-9-]+)/.exec(href)?.[1];
    return lesson === undefined || lessons.has(lesson) ? [] : [{ href, why: 'lesson' }];
  });
}

/** Where links lead, and the lessons of moments as links to them. */
function targetsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(targetsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { href, type, lesson } = part as Record<string, unknown>;
  return [
    ...(typeof href === 'string' ? [href] : []),
    ...(type === 'moment' ? [`lesson:${String(lesson)}`] : []),
    ...Object.values(part).flatMap(targetsOf),
  ];
}
