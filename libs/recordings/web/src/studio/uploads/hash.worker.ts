import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Reads a file piece by piece and answers its SHA-256; null where it cannot be read. */
async function hashOf(file: Blob): Promise<string | null> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.update(piece.value);
    return bytesToHex(hash.digest());
  } catch {
    return null;
  }
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void hashOf(data).then((sha256) => postMessage(sha256));
});
