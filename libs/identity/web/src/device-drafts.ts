import { Service } from '@angular/core';

/** A text that the server does not have yet, with the version it was written on. */
export interface KeptDraft {
  version: number;
  value: unknown;
}

const prefix = 'haven.draft.';

/**
 * Texts that a person typed and the server does not have yet, kept on this device until they are sent. Keys name the person, so that on
 * a shared device nobody meets another's text; signing out removes them all.
 */
@Service()
export class DeviceDrafts {
  /** False where the device would not take it (full, or storage switched off): then nothing is promised. */
  keep(person: string, key: string, draft: KeptDraft): boolean {
    try {
      localStorage.setItem(prefix + person + '.' + key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  read(person: string, key: string): KeptDraft | null {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(prefix + person + '.' + key) ?? 'null');
      return isKept(found) ? found : null;
    } catch {
      return null;
    }
  }

  drop(person: string, key: string): void {
    try {
      localStorage.removeItem(prefix + person + '.' + key);
    } catch {
      // Nothing could be kept, so nothing is left.
    }
  }

  count(): number {
    return this.keys().length;
  }

  clear(): void {
    for (const key of this.keys()) localStorage.removeItem(key);
  }

  private keys(): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  }
}

const isKept = (found: unknown): found is KeptDraft =>
  typeof found === 'object' &&
  found !== null &&
  'value' in found &&
  'version' in found &&
  typeof found.version === 'number';
