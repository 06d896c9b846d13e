import { type Cue } from './recording';

/** A caption file that cannot be read, with the line at fault (counted from 1). */
export class VttError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`line ${line}: ${message}`);
  }
}

const timing =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.](\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.](\d{3})(?:[ \t]+.*)?$/;

/**
 * Reads WebVTT (W3C WebVTT, section 4): byte order mark, any line ends, NOTE, STYLE and REGION blocks, cue identifiers, voice tags.
 * Returns the cues in the order of the file with tags removed and entities decoded.
 * @throws VttError where the header or a timing is not WebVTT.
 */
export function parseVtt(source: string): Cue[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) throw new VttError(1, 'a WebVTT file starts with the word WEBVTT');
  const cues: Cue[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (/^(NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      i = endOfBlock(lines, i);
      continue;
    }
    const at = line.includes('-->') ? i : i + 1;
    const times = timing.exec(lines[at]?.trim() ?? '');
    if (!times) throw new VttError(at + 1, 'expected a time such as 00:01.000 --> 00:04.000');
    const end = endOfBlock(lines, at);
    cues.push(cueOf(times, lines.slice(at + 1, end).join('\n'), at + 1));
    i = end;
  }
  return cues;
}

function endOfBlock(lines: readonly string[], from: number): number {
  let at = from + 1;
  while (at < lines.length && lines[at]?.trim() !== '') at++;
  return at;
}

function cueOf(times: RegExpExecArray, payload: string, line: number): Cue {
  const [from, to] = [clock(times.slice(1, 5)), clock(times.slice(5, 9))];
  if (to <= from) throw new VttError(line, 'a cue ends after it starts');
  const speaker = /<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/.exec(payload)?.[1]?.trim() ?? null;
  return { from, to, speaker, text: decode(payload.replace(/<[^>]*>/g, '')).trim() };
}

function clock([hours, minutes, seconds, thousandths]: (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F' };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (whole, name: string) => entities[name] ?? whole);
}
