/** Databases by name, for browsers that do not list them. */
const known = ['haven-attempts', 'haven-enrolments', 'haven-notes', 'haven-outbox', 'haven-packs', 'haven-progress'];

/**
 * Takes everything off this device that Haven keeps of a person: every row of every `haven-` database and every `haven.` key. The databases
 * themselves stay: other pages hold them open, and waiting for those would mean that nothing goes. The application itself, which is the
 * same for everyone, stays too.
 */
export async function wipeDevice(): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('haven.')) localStorage.removeItem(key);
  } catch {
    // Storage is switched off: nothing can be in it.
  }
  const found = await indexedDB.databases?.().catch(() => null);
  const names = found?.flatMap(({ name }) => name ?? []) ?? known;
  await Promise.all(names.filter((name) => name.startsWith('haven-')).map(empty));
}

async function empty(name: string): Promise<void> {
  const db = await openAsIs(name).catch(() => null);
  if (!db) return;
  try {
    const stores = [...db.objectStoreNames];
    if (stores.length === 0) return;
    const tx = db.transaction(stores, 'readwrite');
    for (const store of stores) tx.objectStore(store).clear();
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new Error(name));
    });
  } finally {
    db.close();
  }
}

function openAsIs(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    // One that is not there is not made: whoever needs it makes it with its stores.
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error(name));
  });
}
