import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What must not be readable from the database alone. One random key of 32 bytes lies in the data folder, outside the database, and is made
 * on first use; each purpose has a key of its own derived from it (HKDF, RFC 5869).
 */
export class Secrets {
  private readonly root: Buffer;

  constructor(dataDir: string) {
    this.root = readOrMake(join(dataDir, 'keys', 'root.key'));
  }

  /** A keyed fingerprint of `value`, to find an equal one again without being able to read it. */
  fingerprint(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(value).digest();
  }

  /** `value` sealed with AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. */
  seal(purpose: string, value: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws when `box` was changed or sealed with another key. */
  open(purpose: string, box: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), box.subarray(0, 12));
    decipher.setAuthTag(box.subarray(12, 28));
    return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8');
  }

  private key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, '', `haven ${purpose}`, 32));
  }
}

function readOrMake(file: string): Buffer {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  try {
    // Exclusive: two processes that start together agree on the key that was there first.
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  const key = readFileSync(file);
  if (key.length !== 32)
    throw new Error(`${file} is damaged: it holds ${key.length} bytes instead of 32. Restore it from a backup.`);
  return key;
}
