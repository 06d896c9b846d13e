import { uploadChunk } from '@haven/recordings/contract';
import { type Browser } from './browser';

const tus = { 'tus-resumable': '1.0.0' };

/** Sends a file as a tus client does, piece by piece, and answers the id of the upload. `until`: stops after so many bytes. */
export async function upload(
  browser: Browser,
  bytes: Buffer,
  metadata: Record<string, string>,
  { resume, until = bytes.length }: { resume?: string; until?: number } = {},
): Promise<string> {
  const id = resume ?? (await begin(browser, bytes.length, metadata));
  const { headers } = await browser.send('HEAD', `/api/uploads/${id}`, undefined, tus).expect(200);
  for (let offset = Number(headers['upload-offset']); offset < until;) {
    const piece = bytes.subarray(offset, Math.min(offset + uploadChunk, until));
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    await browser.send('PATCH', `/api/uploads/${id}`, piece, { ...tus, ...type }).expect(204);
    offset += piece.length;
  }
  return id;
}

async function begin(browser: Browser, length: number, metadata: Record<string, string>): Promise<string> {
  const said = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const headers = { ...tus, 'upload-length': String(length), 'upload-metadata': said.join(',') };
  const { headers: answer } = await browser.send('POST', '/api/uploads', undefined, headers).expect(201);
  return String(answer['location']).split('/').at(-1) ?? '';
}
