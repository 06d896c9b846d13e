import { startParts, type Parts } from '../../apps/e2e/src/support/parts.ts';
import type { Bench } from './bench.ts';
import { beginSessions, cookieName, token, uuid } from './learners.ts';
import { loadFor, p99At, request } from './load.ts';
import { findPgbench, transactions, type Protocol } from './pgbench.ts';

const LEARNERS = 2000;
/** Attempts that are answered in full and wait to be handed in. */
const ANSWERED = 8000;
const course = 'sanctuary-in-cities';
const lesson = 'check-what-you-know';

const round = (figure: number, digits = 0) => Math.round(figure * 10 ** digits) / 10 ** digits;

/**
 * Answers of people who are signed in, saved one by one through HTTP, against what PostgreSQL alone does with one such row for each
 * transaction (pgbench, 32 clients), on the same durable database in the same run: every answer is new, and is looked at before it is
 * saved. Then attempts of eight answers that are handed in: graded, told to the course, and shown with their result.
 */
export const attempts: Bench = async ({ quick }) => {
  const seconds = quick ? 3 : 10;
  const pgbench = findPgbench();
  const parts = await startParts({ durable: true });
  try {
    const quiz = await quizOf(parts);
    await people(parts, quiz);
    parts.start('api');
    const bench = { quiz, cookie: await cookieName(parts), answers: 0 };
    const save = () => saveOf(bench);
    await loadFor(parts, 1, save);
    await parts.database.query('VACUUM (ANALYZE) attempt, response, session, person');
    await parts.database.query('CHECKPOINT');

    const figures: Record<string, number> = {};
    const single = await singleInserts(parts, pgbench, quiz, seconds, 'extended');
    const saved = await loadFor(parts, seconds, save);
    const again = await singleInserts(parts, pgbench, quiz, seconds, 'extended');
    const prepared = await singleInserts(parts, pgbench, quiz, seconds, 'prepared');
    figures['saves_per_s'] = round(saved.perSecond);
    figures['pgbench_per_s'] = round((single + again) / 2);
    figures['ratio'] = round(saved.perSecond / ((single + again) / 2), 2);
    figures['pgbench_prepared_per_s'] = round(prepared);
    figures['ratio_prepared'] = round(saved.perSecond / prepared, 2);
    figures['p99_ms_half_load'] = round(await p99At(parts, saved.perSecond / 2, seconds, save), 1);
    const submitted = await loadFor(parts, seconds, (n) => submissionOf(bench, n));
    figures['submits_per_s'] = round(submitted.perSecond);
    return figures;
  } finally {
    await parts.stop();
  }
};

interface Quiz {
  readonly id: string;
  readonly version: number;
  readonly release: string;
  readonly course: string;
  readonly questions: readonly string[];
}

/** The demo's graded quiz, as learners meet it. */
async function quizOf({ database }: Parts): Promise<Quiz> {
  const { rows } = await database.query<Quiz>(
    `SELECT v.quiz_id AS id, v.number AS version, r.id AS release, c.id AS course,
            (SELECT array_agg(q->>'question') FROM jsonb_array_elements(v.questions) q) AS questions
       FROM course c JOIN release r ON r.id = release_at(c.id, now()), jsonb_array_elements(r.manifest->'lessons') l
       JOIN quiz_version v ON v.quiz_id = (l->'quiz'->>'id')::uuid AND v.number = (l->'quiz'->>'version')::int
      WHERE c.slug = $1 AND l->>'slug' = $2`,
    [course, lesson],
  );
  const [quiz] = rows;
  if (!quiz) throw new Error('The demo has no such quiz.');
  return quiz;
}

/** Learners who began the course and are signed in, each with an open attempt and four more that are answered in full. */
async function people({ database }: Parts, { id, version, release, course, questions }: Quiz): Promise<void> {
  const person = (n: string) => `('00000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
  const all = `generate_series(0, ${LEARNERS - 1}) n`;
  await database.query(`INSERT INTO person (id, role, created_at) SELECT ${person('n')}, 'guest', now() FROM ${all}`);
  await database.query(
    `INSERT INTO enrolment (person_id, course_id, enrolled_at) SELECT ${person('n')}, $1, now() FROM ${all}`,
    [course],
  );
  await database.query(
    `INSERT INTO attempt (id, person_id, quiz_id, quiz_version, questions, release_id, seed, started_at, confirmed)
     SELECT ${person('n')}, ${person(`n % ${LEARNERS}`)}, $1, $2, $3, $4, n, now(), '{}'
       FROM generate_series(0, ${LEARNERS + ANSWERED - 1}) n`,
    [id, version, questions.length, release],
  );
  await database.query(
    `INSERT INTO response (id, attempt_id, question_id, answer, seq, answered_at, late)
     SELECT gen_random_uuid(), ${person('n')}, q, '["a"]', 1, now(), false
       FROM generate_series(${LEARNERS}, ${LEARNERS + ANSWERED - 1}) n, unnest($1::uuid[]) q`,
    [questions],
  );
  await beginSessions(
    database,
    Array.from({ length: LEARNERS }, (_, n) => n),
  );
}

interface Running {
  readonly quiz: Quiz;
  readonly cookie: string;
  /** How many were given so far: each is new. */
  answers: number;
}

function saveOf(bench: Running): Buffer {
  const { quiz, cookie } = bench;
  const n = bench.answers++;
  const learner = n % LEARNERS;
  const seq = Math.floor(n / LEARNERS);
  const question = quiz.questions[seq % quiz.questions.length];
  const response = { id: crypto.randomUUID(), question, answer: ['a'], seq, at: new Date().toISOString() };
  return request(
    'POST',
    `/api/attempts/${uuid(learner)}/responses`,
    `${cookie}=${token(learner)}`,
    JSON.stringify({ responses: [response] }),
  );
}

function submissionOf({ cookie }: Running, n: number): Buffer | null {
  if (n >= ANSWERED) return null;
  return request('POST', `/api/attempts/${uuid(LEARNERS + n)}/submission`, `${cookie}=${token(n % LEARNERS)}`, '{}');
}

/** One new answer of the same kind for each transaction: transactions a second. */
const singleInserts = (parts: Parts, pgbench: string, { questions }: Quiz, seconds: number, protocol: Protocol) =>
  transactions(
    parts,
    pgbench,
    `\\set n random(0, ${LEARNERS - 1})
\\set seq random(0, 1000)
INSERT INTO response (id, attempt_id, question_id, answer, seq, answered_at, late)
  VALUES (gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid, '${questions[0]}', '["a"]', :seq, now(), false)
  ON CONFLICT (id) DO NOTHING;
`,
    seconds,
    protocol,
  );
