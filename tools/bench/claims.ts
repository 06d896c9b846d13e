import { startParts, type Parts } from '../../apps/e2e/src/support/parts.ts';
import type { Bench } from './bench.ts';
import { beginSessions, cookieName, token, uuid } from './learners.ts';
import { loadFor, p99At, request } from './load.ts';
import { findPgbench, transactions, type Protocol } from './pgbench.ts';

const LEARNERS = 2000;
const DURATION_S = 360_000;
const CLAIM_S = 15;
/** pgbench's upserts are all before it, so that every claim brings something new. */
const FIRST_S = 4000;

const round = (figure: number, digits = 0) => Math.round(figure * 10 ** digits) / 10 ** digits;

/**
 * The hot path: signed-in people claiming what they watched, through HTTP, against what PostgreSQL alone does with one upsert for each
 * transaction (pgbench, 32 clients), on the same durable database in the same run. Every claim brings fifteen new seconds.
 */
export const claims: Bench = async ({ quick }) => {
  const seconds = quick ? 3 : 10;
  const pgbench = findPgbench();
  const parts = await startParts({ durable: true });
  try {
    await parts.database.query(`UPDATE timeline SET duration = ${DURATION_S}`);
    const { rows } = await parts.database.query<{ id: string }>(
      'SELECT recording_id AS id FROM timeline WHERE published',
    );
    const recording = rows[0]?.id ?? '';
    await people(parts, 1000, recording);
    parts.start('api');
    const cookie = await cookieName(parts);
    const bench = { parts, recording, cookie, played: new Int32Array(LEARNERS) };
    await claimFor(bench, 1000, 1);
    await beginLongAgo(parts);

    const figures: Record<string, number> = {};
    const single = await singleUpserts(parts, pgbench, recording, seconds, 'extended');
    const before = await walBytes(parts);
    const batched = await claimFor(bench, 1000, seconds);
    figures['wal_bytes_per_claim'] = round(((await walBytes(parts)) - before) / batched.count);
    const again = await singleUpserts(parts, pgbench, recording, seconds, 'extended');
    const prepared = await singleUpserts(parts, pgbench, recording, seconds, 'prepared');
    figures['http_per_s'] = round(batched.perSecond);
    figures['pgbench_per_s'] = round((single + again) / 2);
    figures['ratio'] = round(batched.perSecond / ((single + again) / 2), 2);
    figures['pgbench_prepared_per_s'] = round(prepared);
    figures['ratio_prepared'] = round(batched.perSecond / prepared, 2);
    const shot = (n: number) => shotOf(bench, n, 1000);
    figures['p99_ms_half_load'] = round(await p99At(parts, batched.perSecond / 2, seconds, shot), 1);

    const nothing = await loadFor(parts, seconds, () => request('GET', '/healthz', ''));
    const session = await loadFor(parts, seconds, (n) =>
      request('GET', '/api/session', `${cookie}=${token(n % 1000)}`),
    );
    figures['http_alone_us'] = round(1e6 / nothing.perSecond);
    figures['session_us'] = round(1e6 / session.perSecond - 1e6 / nothing.perSecond);
    figures['claim_us'] = round(1e6 / batched.perSecond);
    const [plain, credited] = await inBatches(parts, recording, quick ? 30 : 100);
    figures['batch_upsert_us'] = round(plain);
    figures['batch_budget_us'] = round(credited - plain);

    for (const rows of quick ? [100_000] : [10_000, 100_000, 1_000_000]) {
      await people(parts, rows, recording);
      await claimFor(bench, rows, 1);
      await beginLongAgo(parts);
      const { perSecond } = await claimFor(bench, rows, seconds);
      figures[`http_per_s_${rows}_rows`] = round(perSecond);
    }
    return figures;
  } finally {
    await parts.stop();
  }
};

interface Running {
  readonly parts: Parts;
  readonly recording: string;
  readonly cookie: string;
  /** Seconds that each learner has claimed so far. */
  readonly played: Int32Array;
}

/** `count` people in all, each with a row of coverage; the first of them signed in. */
async function people({ database }: Parts, count: number, recording: string): Promise<void> {
  const id = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  const all = `generate_series(0, ${count - 1}) n`;
  await database.query(
    `INSERT INTO person (id, role, created_at) SELECT ${id}, 'guest', now() FROM ${all} ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO coverage (person_id, recording_id, rev, seen, watched_s) SELECT ${id}, $1, 1, '{[359000,359060)}', 60 FROM ${all} ON CONFLICT DO NOTHING`,
    [recording],
  );
  const signedIn = Array.from({ length: LEARNERS }, (_, n) => placeOf(n, count));
  await beginSessions(database, signedIn);
  await database.query('VACUUM ANALYZE coverage');
  await database.query('CHECKPOINT');
}

/** The learners are spread over all rows, so that a larger table means more pages. */
const placeOf = (n: number, count: number) =>
  Math.floor(((n % Math.min(LEARNERS, count)) * count) / Math.min(LEARNERS, count));

/** The sessions have been going on for so long that the budget lets everything pass, and PostgreSQL has had time to count its rows. */
async function beginLongAgo({ database }: Parts): Promise<void> {
  await database.query(`UPDATE play_session SET started_at = now() - interval '9 days'`);
  await database.query('ANALYZE play_session, watch_budget, coverage, session, person');
}

function shotOf({ recording, cookie, played }: Running, n: number, count: number): Buffer {
  const learner = n % Math.min(LEARNERS, count);
  const place = placeOf(learner, count);
  const to = (played[learner] = ((played[learner] ?? 0) + CLAIM_S) % 350_000) + FIRST_S;
  // Cumulative as a player says it: one long piece so far.
  const claim = {
    session: uuid(place),
    recording,
    rev: 1,
    ranges: [[Math.max(0, to - 3600), to]],
    position: to,
    seq: n,
    rate: 1,
  };
  return request('POST', '/api/watch/claims', `${cookie}=${token(place)}`, JSON.stringify({ claims: [claim] }));
}

const claimFor = (bench: Running, count: number, seconds: number) =>
  loadFor(bench.parts, seconds, (n) => shotOf(bench, n, count));

/**
 * Microseconds of the database for each claim, in batches of a hundred: merging ranges alone, and with the clamp to the recording's length, the
 * budget and the news.
 */
async function inBatches({ database }: Parts, recording: string, batches: number): Promise<[number, number]> {
  const people = Array.from({ length: 100 }, (_, n) => uuid(n));
  const merge = `INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s)
    SELECT p, $2, 1, s, 0 FROM unnest($1::uuid[], $3::int4multirange[]) AS g(p, s) ORDER BY p
    ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET seen = c.seen + excluded.seen`;
  const credit = `SELECT * FROM credit_played($1, $1, array_fill(NULL::uuid, '{100}'), array_fill($2::uuid, '{100}'), array_fill(1, '{100}'),
    $3::int4multirange[], array_fill(0, '{100}'), (SELECT array_agg(gen_random_uuid()) FROM generate_series(1, 100)), 'bench', now(), now() - interval '30 days')`;
  const took = [0, 0] satisfies [number, number];
  for (let n = 0; n < 2 * batches; n++) {
    const at = n * CLAIM_S;
    const began = performance.now();
    await database.query(n % 2 ? credit : merge, [people, recording, people.map(() => `{[0,${at + CLAIM_S})}`)]);
    took[n % 2] = (took[n % 2] ?? 0) + performance.now() - began;
  }
  return [(took[0] * 10) / batches, (took[1] * 10) / batches];
}

async function walBytes({ database }: Parts): Promise<number> {
  const { rows } = await database.query<{ bytes: string }>(
    `SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS bytes`,
  );
  return Number(rows[0]?.bytes);
}

/** One upsert of the same kind for each transaction: transactions a second. */
const singleUpserts = (parts: Parts, pgbench: string, recording: string, seconds: number, protocol: Protocol) =>
  transactions(
    parts,
    pgbench,
    `\\set n random(0, 999)
\\set at random(0, 3000)
INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s, position)
  VALUES (('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, '${recording}', 1, int4multirange(int4range(0, :at + 15)), :at + 15, :at)
  ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET seen = c.seen + excluded.seen,
    watched_s = (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(c.seen + excluded.seen) r), position = excluded.position;
`,
    seconds,
    protocol,
  );
