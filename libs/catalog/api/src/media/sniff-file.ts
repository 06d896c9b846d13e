import { type FileFormat } from '@haven/shared/contract';

const ofOpenDocument: Readonly<Record<string, FileFormat>> = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' };
const ofOffice: readonly (readonly [string, FileFormat])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];

/**
 * What a file is by its first bytes and, in a zip, by what it names; never by what it is called. Null for everything that a lesson does not
 * offer, documents with macros among it. Nothing is unpacked.
 */
export function fileFormatOf(bytes: Buffer): FileFormat | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (bytes.readUInt32BE(0) !== 0x504b0304) return null;
  const begin = bytes.subarray(30, 160).toString('latin1');
  const open = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/.exec(begin);
  if (open) return bytes.includes('Basic/script-lc.xml') ? null : (ofOpenDocument[open[1] ?? ''] ?? null);
  if (!bytes.includes('[Content_Types].xml') || /vbaProject/i.test(bytes.toString('latin1'))) return null;
  return ofOffice.find(([part]) => bytes.includes(part))?.[1] ?? null;
}
