import { Href, secondsOf, WebHref } from '@haven/shared/contract';
import { clock } from '@haven/shared/contract/plain';
import { type Headed } from './insert';

/** One thing that a dialog asks for. */
export type Part =
  'words' | 'title' | 'href' | 'target' | 'address' | 'at' | 'label' | 'lesson' | 'from' | 'to' | 'term';
export type Answers = Readonly<Partial<Record<Part, string>>>;

/** What a dialog asks about: a link or the head of a block, as it is now. */
export interface Ask {
  readonly kind: Headed | 'link';
  readonly answers: Answers;
  /** Whether it is there already. */
  readonly changing: boolean;
}

const longest = 300;

/** What is asked for, in order. A link within the course has a lesson and a time for an address. */
export function partsOf({ kind, changing }: Pick<Ask, 'kind' | 'changing'>, { target }: Answers): Part[] {
  switch (kind) {
    case 'link':
      return [...(changing ? [] : ['words' as const]), 'target', target ? 'at' : 'address'];
    case 'clause':
    case 'resource':
      return ['title', 'href'];
    case 'moment':
      return ['label', 'lesson', 'from', 'to'];
    case 'term':
      return ['term'];
  }
}

/** What is wrong with the answers, by part, as a key of the dictionary. */
export function faultsOf(ask: Pick<Ask, 'kind' | 'changing'>, answers: Answers): Partial<Record<Part, string>> {
  const faults: Partial<Record<Part, string>> = {};
  for (const part of partsOf(ask, answers)) {
    const fault = faultOf(part, (answers[part] ?? '').trim(), answers);
    if (fault) faults[part] = fault;
  }
  return faults;
}

function faultOf(part: Part, answer: string, answers: Answers): string | null {
  switch (part) {
    case 'href':
      return WebHref.safeParse(answer).success ? null : 'href';
    case 'address':
      return Href.safeParse(answer).success && !answer.startsWith('lesson:') ? null : 'address';
    case 'lesson':
      return answer ? null : 'lesson';
    case 'target':
      return null;
    case 'at':
      return answer === '' || secondsOf(answer) !== null ? null : 'time';
    case 'from':
      return secondsOf(answer) === null ? 'time' : null;
    case 'to': {
      const [from, to] = [secondsOf((answers.from ?? '').trim()), secondsOf(answer)];
      if (to === null) return 'time';
      return from !== null && from >= to ? 'order' : null;
    }
    default:
      return answer === '' ? 'missing' : answer.length > longest ? 'long' : null;
  }
}

/** Where the answers about a link lead. */
export function hrefOf({ target, at = '', address = '' }: Answers): string {
  if (!target) return address.trim();
  const seconds = secondsOf(at.trim());
  return `lesson:${target}${seconds === null ? '' : `?t=${seconds}`}`;
}

/** The answers that make a link lead to `href`. */
export function answersOf(href: string): Answers {
  const [, target, at] = /^lesson:([a-z0-9-]+)(?:\?t=(\d+))?$/.exec(href) ?? [];
  return target ? { target, at: at ? clock(Number(at)) : '' } : { target: '', address: href };
}

/** The attributes of a block from the answers about its head, and back. */
export function attrsOf(
  kind: Headed,
  { title = '', href = '', label = '', lesson = '', from = '', to = '', term = '' }: Answers,
) {
  switch (kind) {
    case 'clause':
    case 'resource':
      return { title: title.trim(), href: href.trim() };
    case 'moment':
      return { label: label.trim(), lesson, from: secondsOf(from.trim()) ?? 0, to: secondsOf(to.trim()) ?? 0 };
    case 'term':
      return { term: term.trim() };
  }
}

export function answersFrom(attrs: Readonly<Record<string, unknown>>): Answers {
  const { from, to, ...rest } = attrs;
  const times = typeof from === 'number' && typeof to === 'number' ? { from: clock(from), to: clock(to) } : {};
  return { ...rest, ...times };
}
