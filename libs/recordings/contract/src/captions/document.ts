import { type Cue } from '../recording';

/** The latest time that a caption may have, in milliseconds: hours have up to three digits. */
export const lastMoment = 3_599_999_999;

/**
 * A caption as it is edited. `from` and `to` are whole milliseconds, `text` is plain text of one or more lines: no tags, no
 * entities. `id` may be empty; `settings` are the cue settings of WebVTT (section 3.5) as written, such as `align:start line:0`.
 */
export interface CaptionCue {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly speaker: string | null;
  readonly text: string;
  readonly settings: string;
}

/** What stands between the blank lines of a caption file. */
export type CaptionBlock =
  | { readonly kind: 'cue'; readonly cue: CaptionCue }
  | { readonly kind: 'note' | 'style' | 'region'; readonly text: string };

/** A whole caption file. `header` is what follows WEBVTT before the first blank line; further header lines come after a line end. */
export interface CaptionDocument {
  readonly header: string;
  readonly blocks: readonly CaptionBlock[];
}

/** A document of nothing but cues. */
export function documentOf(cues: readonly CaptionCue[]): CaptionDocument {
  return { header: '', blocks: cues.map((cue) => ({ kind: 'cue', cue })) };
}

/** The cues of a document, in its order. */
export function cuesOf({ blocks }: CaptionDocument): CaptionCue[] {
  return blocks.flatMap((block) => (block.kind === 'cue' ? [block.cue] : []));
}

/** Cues as a reader of the transcript sees them: times in seconds. */
export function readerCues(cues: readonly CaptionCue[]): Cue[] {
  return cues.map(({ from, to, speaker, text }) => ({ from: from / 1000, to: to / 1000, speaker, text }));
}

/**
 * The document with `cues` in place of its own. What stands before the first cue stays there; each later note, style and region stays
 * before the cue it stood before or, where that one is gone, before the first that starts no earlier than it did.
 */
export function withCues({ header, blocks }: CaptionDocument, cues: readonly CaptionCue[]): CaptionDocument {
  const places = new Map(cues.map((cue, place) => [cue, place]));
  const before: CaptionBlock[][] = Array.from({ length: cues.length + 1 }, () => []);
  let waiting: CaptionBlock[] = [];
  let isFirst = true;
  for (const block of blocks) {
    if (block.kind !== 'cue') waiting.push(block);
    else {
      const place = waiting.length === 0 || isFirst ? 0 : (places.get(block.cue) ?? placeAt(cues, block.cue.from));
      for (const kept of waiting) before[place]?.push(kept);
      [waiting, isFirst] = [[], false];
    }
  }
  return {
    header,
    blocks: [...before.flatMap((kept, at) => [...kept, ...(cues[at] ? [cueBlock(cues[at])] : [])]), ...waiting],
  };
}

const cueBlock = (cue: CaptionCue): CaptionBlock => ({ kind: 'cue', cue });

function placeAt(cues: readonly CaptionCue[], from: number): number {
  const place = cues.findIndex((cue) => cue.from >= from);
  return place < 0 ? cues.length : place;
}

/**
 * The normal form of a document, which is all that a file can hold: line ends are `\n`, blank lines within a block are gone (they
 * would end it), an arrow outside the text of a cue is `→`, times are whole and within bounds. Reading what was written gives it.
 */
export function tidyDocument({ header, blocks }: CaptionDocument): CaptionDocument {
  const [first = '', ...rest] = linesOf(noArrow(header)).map((line) => line.trim());
  return {
    header: [first, ...rest.filter(Boolean)].join('\n'),
    blocks: blocks.map((block) =>
      block.kind === 'cue' ? cueBlock(tidyCue(block.cue)) : { ...block, text: tidyText(noArrow(block.text)) },
    ),
  };
}

/** The normal form of a cue; see `tidyDocument`. */
export function tidyCue({ id, from, to, speaker, text, settings }: CaptionCue): CaptionCue {
  return {
    id: oneLine(noArrow(id)),
    from: moment(from),
    to: moment(to),
    speaker: oneLine(speaker ?? '') || null,
    text: tidyText(text),
    settings: oneLine(noArrow(settings)),
  };
}

/** Text without blank lines, without blanks at the end of a line, and none at its start and end. */
export function tidyText(text: string): string {
  const lines = linesOf(text).map((line) => line.trimEnd());
  return lines.filter(Boolean).join('\n').trim();
}

/** The lines of a file by any of the three line ends; U+0000 is replaced as by WebVTT, section 6.1. */
export function linesOf(text: string): string[] {
  return text.replaceAll('\0', '\uFFFD').split(/\r\n|\n|\r/);
}

/** The text in one line, runs of blanks as one. */
export function oneLine(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim();
}

const noArrow = (text: string): string => text.replaceAll('-->', '→');

const moment = (time: number): number => Math.min(Math.max(Math.round(time) || 0, 0), lastMoment);
