import { createHash } from 'node:crypto';
import type { Parts } from '../../apps/e2e/src/support/parts.ts';

/** The id of the n-th row that a bench makes, and the session of the n-th person. */
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const token = (n: number) => `bench${n}`.padEnd(43, '-');

/** Has the people with these numbers signed in. */
export async function beginSessions(database: Parts['database'], people: readonly number[]): Promise<void> {
  await database.query(
    `INSERT INTO session (token, person_id, created_at, seen_at) SELECT t, p, now(), now() FROM unnest($1::bytea[], $2::uuid[]) AS s(t, p) ON CONFLICT DO NOTHING`,
    [people.map((n) => createHash('sha256').update(token(n)).digest()), people.map(uuid)],
  );
}

/** What the session's cookie is called, once the api answers. */
export const cookieName = async (parts: Parts): Promise<string> => (await parts.author()).cookie.split('=')[0] ?? '';
