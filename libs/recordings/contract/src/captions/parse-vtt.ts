import { type Cue } from '../recording';
import { cuesOf, linesOf, readerCues } from './document';
import { type CaptionProblem, type CaptionProblemCode } from './problems';
import { isWebVttHeader, readCaptions } from './read';

/** A caption file that cannot be read, with the line at fault (counted from 1). */
export class VttError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`line ${line}: ${message}`);
  }
}

/** What a stored file must not have. `loose-time` is understood when a file is brought in, but a player leaves the cue out. */
const faults: Partial<Record<CaptionProblemCode, string>> = {
  'bad-time': 'expected a time such as 00:01.000 --> 00:04.000',
  'loose-time': 'expected a time such as 00:01.000 --> 00:04.000',
  'stray-text': 'this text has no time',
  'ends-before-start': 'a cue ends after it starts',
};

/**
 * Reads WebVTT strictly, as it is stored: the cues in the order of the file, without tags and with entities decoded.
 * @throws VttError where the file is not WebVTT, or a player would leave something of it out.
 */
export function parseVtt(source: string): Cue[] {
  if (!isWebVttHeader(linesOf(source.replace(/^\uFEFF/, ''))[0]))
    throw new VttError(1, 'a WebVTT file starts with the word WEBVTT');
  const { document, problems } = readCaptions(source);
  const fault = problems.find(({ code }: CaptionProblem) => faults[code]);
  if (fault) throw new VttError(fault.line, faults[fault.code] ?? fault.code);
  return readerCues(cuesOf(document));
}
