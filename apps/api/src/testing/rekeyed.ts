import { QuestionContent } from '@haven/assessment/contract';
import { type World } from './world';

type Json = Record<string, unknown>;

/** A word that stands in every explanation and every accepted answer of a question that was given another key. */
export const CANARY = 'Canary-7f3a';

/** The same question with another key, explanation and evidence; of several right options another number. What learners may see stays. */
export function rekeyed(content: QuestionContent): QuestionContent {
  const other = { ...part(content, content.kind === 'multiple') };
  return QuestionContent.parse({
    ...other,
    explanation: { en: CANARY, es: CANARY },
    evidence: 'lesson:read-the-clause',
  });
}

function part(given: Json, several: boolean): Json {
  const changed = Object.entries(given).map(([key, value]): [string, unknown] => {
    if (key === 'truth') return [key, !value];
    if (key === 'value') return [key, Number(value) + 1];
    if (key === 'accepted') return [key, [{ en: CANARY, es: CANARY }]];
    if (key === 'items' && Array.isArray(value)) return [key, [value.at(-1), ...value.slice(0, -1)]];
    if (!Array.isArray(value)) return [key, value];
    return [key, several ? value.map((one: Json) => ({ ...one, correct: true })) : rotated(value as Json[])];
  });
  const targets = given['targets'] as { id: string }[] | undefined;
  const rows = given['rows'] as { id: string; target: string }[] | undefined;
  if (!targets || !rows) return Object.fromEntries(changed);
  const elsewhere = ({ id, target }: { id: string; target: string }) =>
    targets.find((one) => one.id !== target && one.id !== id)?.id ?? target;
  return { ...Object.fromEntries(changed), rows: rows.map((row) => ({ ...row, target: elsewhere(row) })) };
}

/** The mark of what is right moves on by one; parts that hold marks themselves are gone into. */
function rotated(parts: readonly Json[]): Json[] {
  return parts.map((one, at) =>
    'correct' in one ? { ...one, correct: parts.at(at - 1)?.['correct'] } : 'id' in one ? part(one, false) : one,
  );
}

/** Runs `look` with the keys of `questions` as they are, and with others. */
export async function rekeyedDuring<T>(
  world: World,
  questions: readonly string[],
  look: () => Promise<T>,
): Promise<[T, T]> {
  const query = (sql: string, given: unknown[] = []) =>
    world.database.query<{ id: string; content: unknown }[]>(sql, given);
  const rows = await query('SELECT question_id AS id, content FROM question_version WHERE question_id = ANY($1)', [
    questions,
  ]);
  const put = async (contentOf: (content: QuestionContent) => QuestionContent) => {
    await query('ALTER TABLE question_version DISABLE TRIGGER USER');
    for (const { id, content } of rows)
      await query('UPDATE question_version SET content = $2 WHERE question_id = $1', [
        id,
        JSON.stringify(contentOf(QuestionContent.parse(content))),
      ]);
    await query('ALTER TABLE question_version ENABLE TRIGGER USER');
  };
  const first = await look();
  await put(rekeyed);
  const second = await look();
  await put((content) => content);
  return [first, second];
}
