import { mostImported } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { isTable, readCsv } from './csv/read-csv';
import { decode } from './decode';
import { type Reading, Unreadable } from './found';
import { readGift } from './gift/read-gift';
import { readMoodle } from './moodle/read-moodle';
import { readQti } from './qti/read-qti';
import { readXml } from './xml';

/**
 * What a file with questions holds, whatever its format, its encoding and its line ends: the format is known by how the file begins. Nothing
 * that stands in a file makes this throw; what cannot be read is said with its line.
 */
export function readFile(bytes: Uint8Array, lang: Locale): Reading {
  try {
    if (bytes.length > mostImported) throw new Unreadable('too-large');
    const reading = readText(decode(bytes), lang);
    if (reading.taken.length || reading.left.length) return reading;
    throw new Unreadable('empty');
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    const { line, reason, what } = cause;
    return { format: null, taken: [], left: [{ file: null, line: line ?? 1, reason, what }] };
  }
}

function readText(text: string, lang: Locale): Reading {
  if (text.trim() === '') throw new Unreadable('empty');
  if (text.trimStart().startsWith('<')) {
    const root = readXml(text);
    return root.name === 'quiz' ? readMoodle(root, lang) : readQti(root, lang);
  }
  return isTable(text) ? readCsv(text, lang) : readGift(text, lang);
}
