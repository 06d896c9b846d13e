import { type Situation } from './situation';
import { type World } from './world';

/** The grades of quizzes in the studio, of each quiz by the name of its situation, with a question of it. */
export async function gradingSituations(
  { database }: World,
  quizzes: Readonly<Record<string, { quiz: string; question: string }>>,
): Promise<Record<string, Record<string, Situation>>> {
  const attempts = new Map<string, string>();
  for (const { quiz } of Object.values(quizzes)) {
    const [attempt] = await database.query<{ id: string }[]>(
      `INSERT INTO attempt (id, person_id, quiz_id, quiz_version, questions, release_id, seed, started_at, confirmed, submitted_at, credit, passed)
       SELECT gen_random_uuid(), id, $1, 1, 8, gen_random_uuid(), 1, now(), '{}', now(), 0, false FROM person WHERE role = 'learner' LIMIT 1
       RETURNING id`,
      [quiz],
    );
    attempts.set(quiz, attempt?.id ?? '');
  }
  const each = (path: (quiz: string, question: string) => string, body?: (question: string) => unknown) =>
    Object.fromEntries(
      Object.entries(quizzes).map(([name, { quiz, question }]): [string, Situation] => [
        name,
        () => ({ url: `/api/studio/quizzes/${quiz}${path(quiz, question)}`, body: body?.(question) }),
      ]),
    );
  return {
    'GET /api/studio/quizzes/:id/questions/:question/regrade': each((_, question) => `/questions/${question}/regrade`),
    'GET /api/studio/quizzes/:id/questions/:question/others': each((_, question) => `/questions/${question}/others`),
    'GET /api/studio/quizzes/:id/attempts/:attempt': each((quiz) => `/attempts/${attempts.get(quiz)}`),
    'GET /api/studio/quizzes/:id/gradings': each(() => '/gradings'),
    'POST /api/studio/quizzes/:id/gradings': each(
      () => '/gradings',
      (question) => ({ kind: 'key', question, number: 1, lower: false }),
    ),
  };
}
