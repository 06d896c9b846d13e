import { InjectionToken } from '@angular/core';

/** Reads a file and resolves to its SHA-256 in hexadecimal; null where it cannot be read or the work was broken off. */
export type HashFile = (file: Blob, until: AbortSignal) => Promise<string | null>;

/** In a thread of its own, which is loaded when it is first needed. */
export const HASH_FILE = new InjectionToken<HashFile>('HASH_FILE', {
  factory: () => async (file, until) => (await import('./hash-thread')).hashInThread(file, until),
});
