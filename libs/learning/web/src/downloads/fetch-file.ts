import { Gathering, type PackFile, PIECE, type PackStore } from '@haven/shared/web/packs';

/** The server says that there is no such file for this reader. Asking again does not help. */
export class Refused extends Error {}

/**
 * Brings a file to the disk, from where it stopped: at most one piece is fetched again after a cut. `grew` hears of every piece. Throws
 * what the network throws, a `QuotaExceededError` where the disk is full, and `Refused`; what is here stays, whatever is thrown.
 */
export async function fetchFile(
  store: PackStore,
  start: PackFile,
  signal: AbortSignal,
  grew: (bytes: number) => void,
): Promise<void> {
  let file = start;
  if (file.whole) return;
  // Only whole pieces can be gone on from; a last one without the note that it was the last is fetched again.
  if (file.size % PIECE !== 0) file = await store.note({ ...file, size: 0 });
  const headers: Record<string, string> = file.size > 0 ? { range: `bytes=${file.size}-` } : {};
  const answer = await fetch(file.url, { headers, signal, cache: 'no-store' });
  if (answer.status === 416) return void (await store.note({ ...file, whole: true }));
  if (answer.status >= 400 && answer.status < 500) throw new Refused(`${file.url}: ${answer.status}`);
  if (!answer.ok || !answer.body) throw new Error(`${file.url}: ${answer.status}`);
  if (answer.status === 200 && file.size > 0) file = await store.note({ ...file, size: 0 });
  file = { ...file, type: answer.headers.get('content-type') ?? '' };
  const gathering = new Gathering(async (piece) => {
    file = await store.append(file, piece);
    grew(piece.byteLength);
  });
  const reader = answer.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) await gathering.add(read.value);
  await gathering.end();
  await store.note({ ...file, whole: true });
}
