import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, isZombie, readPostmaster, servesData, type Postmaster } from './pidfile.ts';
import { PlainError } from './plain-error.ts';
import { query } from './query.ts';
import { waitFor } from './wait.ts';

/** A server may still be recovering when we find it: how long it gets to answer, in milliseconds. */
const ANSWER_MS = 30_000;

/**
 * Looks for a server already running on this data folder, left over when an earlier owner was killed.
 * Returns it when it is ours (its data folder and our password agree), undefined when there is none.
 * Removes a `postmaster.pid` whose process number now belongs to another program, or to a process that has ended and
 * was not collected; one whose process is gone is left to PostgreSQL, which also looks for surviving backends. Throws a PlainError for a server that does not answer to us.
 */
export async function findOrphan(data: string, urlFor: (port: number) => string): Promise<Postmaster | undefined> {
  const verdict = await waitFor(() => judge(data, urlFor), { withinMs: ANSWER_MS, everyMs: 100 });
  if (verdict === 'none') return undefined;
  if (typeof verdict === 'object') return verdict;
  const pid = (await readPostmaster(data))?.pid;
  throw new PlainError(
    verdict === 'foreign'
      ? `A PostgreSQL (process ${pid}) already runs on ${data} and does not accept Haven's password. ` +
          `Stop it (kill ${pid}), then start again.`
      : `A PostgreSQL (process ${pid}) holds ${data} and does not answer. Stop it (kill ${pid}), then start again.`,
  );
}

type Verdict = Postmaster | 'none' | 'foreign' | undefined;

async function judge(data: string, urlFor: (port: number) => string): Promise<Verdict> {
  const found = await readPostmaster(data);
  if (!found) return 'none';
  if (Number.isNaN(found.pid)) return discard(data);
  if (isZombie(found.pid)) return discard(data);
  if (!isRunning(found.pid)) return 'none';
  if ((await servesData(found.pid, data)) === 'no') return discard(data);
  if (found.status !== 'ready') return undefined;
  try {
    const [row] = await query(urlFor(found.port), 'SHOW data_directory');
    return (await realpath(String(row?.['data_directory']))) === (await realpath(data)) ? found : discard(data);
  } catch (error) {
    return isRefusal(error) ? 'foreign' : undefined;
  }
}

async function discard(data: string): Promise<'none'> {
  await rm(join(data, 'postmaster.pid'), { force: true });
  return 'none';
}

/** SQLSTATE class 28: the server is there and turns us away. */
function isRefusal(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('28');
}
