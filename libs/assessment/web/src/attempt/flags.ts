const key = (attempt: string) => `haven.flags/${attempt}`;

/** The questions flagged for later. They are a note to oneself and stay on the device. */
export function flagsOf(attempt: string): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(key(attempt)) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}

export function keepFlags(attempt: string, flags: ReadonlySet<string>): void {
  try {
    if (flags.size === 0) localStorage.removeItem(key(attempt));
    else localStorage.setItem(key(attempt), JSON.stringify([...flags]));
  } catch {
    // Without storage the flags hold for this page.
  }
}
