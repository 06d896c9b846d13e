import { BlockReader, blockEnd, type RawBlock, type RawCue } from './blocks';
import { type CaptionCue, type CaptionDocument, linesOf, oneLine, tidyCue, tidyDocument } from './document';
import { decodeEntities } from './entities';
import { lintCues, type LintOptions } from './lint';
import { hasVoice, readMarkup } from './markup';
import { type CaptionProblem, type CaptionProblemCode, CaptionProblems } from './problems';
import { readTiming } from './timing';
import { findName, isZoomChat, speakerNames } from './zoom';

/** A caption file as it was understood. `format` is null where it holds no captions; the document is then empty. */
export interface CaptionReading {
  readonly format: 'webvtt' | 'srt' | null;
  readonly document: CaptionDocument;
  /** In the order of the file; at most a hundred of each code. */
  readonly problems: CaptionProblem[];
}

/**
 * Reads WebVTT (W3C WebVTT, section 6) or SRT, told apart by their content, and Zoom's transcript with its names as speakers. Never
 * throws: what cannot be read is a problem with its line, and so is what can be read but would be hard to follow. Takes time in
 * proportion to the length of `source`, whatever is in it. The document is in its normal form, see `tidyDocument`.
 */
export function readCaptions(source: string, options: LintOptions = {}): CaptionReading {
  const lines = linesOf(source.replace(/^\uFEFF/, ''));
  const first = lines.findIndex((line) => line.trim() !== '');
  if (isWebVttHeader(lines[first])) return readWebVtt(lines, first, options);
  if (lines.some((line) => readTiming(line))) return readSrt(lines, options);
  return nothing(first, isZoomChat(lines) ? 'zoom-chat' : 'not-captions');
}

/** Whether a line begins a WebVTT file: the word alone, or followed by a blank and anything (section 6.1). */
export function isWebVttHeader(line: string | undefined): boolean {
  return /^WEBVTT(?:[ \t]|$)/.test(line ?? '');
}

function nothing(line: number, code: CaptionProblemCode): CaptionReading {
  const problems = new CaptionProblems();
  problems.add(Math.max(line, 0) + 1, code);
  return { format: null, document: { header: '', blocks: [] }, problems: problems.list() };
}

function readWebVtt(lines: readonly string[], first: number, options: LintOptions): CaptionReading {
  const problems = new CaptionProblems();
  if (first > 0) problems.add(first + 1, 'late-header');
  let end = blockEnd(lines, first + 1);
  if (lines[end]?.includes('-->')) {
    // The line above the times is the identifier of the first cue, as the header has no blank line after it.
    if (end > first + 1) end--;
    problems.add(end + 1, 'no-blank-line');
  }
  const header = [lines[first]?.slice('WEBVTT'.length), ...lines.slice(first + 1, end)].join('\n');
  const blocks = new BlockReader(lines, problems, false).read(end);
  if (!blocks.some(isCue)) problems.add(first + 1, 'no-cues');
  return { format: 'webvtt', ...understand(header, blocks, false, problems, options) };
}

function readSrt(lines: readonly string[], options: LintOptions): CaptionReading {
  const problems = new CaptionProblems();
  const blocks = new BlockReader(lines, problems, true).read(0);
  return { format: 'srt', ...understand('', blocks, true, problems, options) };
}

function understand(
  header: string,
  raw: readonly RawBlock[],
  isSrt: boolean,
  problems: CaptionProblems,
  options: LintOptions,
): Omit<CaptionReading, 'format'> {
  const rawCues = raw.filter(isCue);
  const names = namesIn(rawCues);
  const cues: CaptionCue[] = [];
  const blocks = raw.map((block) => {
    if (!isCue(block)) return block;
    const cue = readCue(block, names, isSrt, problems);
    cues.push(cue);
    return { kind: 'cue' as const, cue };
  });
  for (const { index, code } of lintCues(cues, options)) problems.add(rawCues[index]?.line ?? 1, code);
  return { document: tidyDocument({ header, blocks }), problems: problems.list() };
}

const isCue = (block: RawBlock): block is RawCue => block.kind === 'cue';

/** Names before a colon are looked for only where no voice is named by a tag: a file has one way of naming speakers. */
function namesIn(cues: readonly RawCue[]): ReadonlySet<string> {
  return cues.some(({ payload }) => hasVoice(payload)) ? new Set() : speakerNames(cues.map(({ payload }) => payload));
}

function readCue(
  { id, line, timing, payload }: RawCue,
  names: ReadonlySet<string>,
  isSrt: boolean,
  problems: CaptionProblems,
): CaptionCue {
  const found = findName(payload);
  const named = found && names.has(found.name) ? found : null;
  const { speaker, text, dropped, several } = readMarkup(payload.slice(named?.words ?? 0), isSrt);
  if (dropped) problems.add(line, 'formatting-dropped');
  if (several) problems.add(line, 'several-speakers');
  return tidyCue({
    id,
    from: timing.from,
    to: timing.to,
    speaker: named ? oneLine(decodeEntities(named.name)) : speaker,
    text,
    settings: isSrt ? '' : timing.settings,
  });
}
