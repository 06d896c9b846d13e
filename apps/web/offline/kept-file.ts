import { oneRange } from '@haven/shared/contract/plain';
import { type PackFile, type PackStore } from '@haven/shared/web/packs';

/** A file of a pack as the server would send it, in the byte range that is asked for: without ranges nobody could seek. */
export function answerWith(store: Pick<PackStore, 'read'>, file: PackFile, asked: string | null): Response {
  const { size, type } = file;
  const headers: Record<string, string> = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  };
  const range = oneRange(asked ?? undefined, size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range) headers['content-range'] = `bytes ${start}-${end}/${size}`;
  return new Response(store.read(file, start, end), { status: range ? 206 : 200, headers });
}
