import { Unreadable } from './found';

const UTF8 = [0xef, 0xbb, 0xbf];
const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** The encoding that an XML declaration names. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return head.trimStart().startsWith('<?xml')
    ? /encoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["']/.exec(head)?.[1]
    : undefined;
}

/** UTF-16 without a mark: in what people write, every other byte of most of its letters is 0. */
function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 2000);
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const few = head.length / 8;
  if (zeros(1) > few && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > few && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file in whatever encoding, with `\n` at the end of each line: by its byte order mark, as UTF-16 without one, by the encoding
 * that its XML declaration names, as UTF-8, or as Windows-1252, in which every byte is a letter.
 */
export function decode(bytes: Uint8Array): string {
  const marked = starts(bytes, [0xff, 0xfe]) ? 'utf-16le' : starts(bytes, [0xfe, 0xff]) ? 'utf-16be' : unmarked(bytes);
  const named = starts(bytes, UTF8) || marked ? undefined : declared(bytes);
  const isUtf16 = named !== undefined && /^utf-?16/i.test(named);
  const text =
    (marked && decoded(bytes, marked)) ??
    (named && !isUtf16 ? decoded(bytes, named) : null) ??
    decoded(bytes, 'utf-8') ??
    decoded(bytes, 'windows-1252');
  if (text === null || text.includes('\0')) throw new Unreadable('format');
  return text.replace(/\r\n?/g, '\n');
}
