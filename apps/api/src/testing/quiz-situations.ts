import { type Situation } from './situation';

const option = (id: string, correct: boolean) => ({ id, correct, text: { en: id } });

/** A question that can be saved. */
export const plainQuestion = {
  kind: 'single',
  prompt: { en: 'x' },
  options: [option('a', true), option('b', false)],
  explanation: { en: 'x' },
  evidence: null,
};

/** The routes of a quiz in the studio. `cases` makes the situations of a path below the quiz. */
export function quizSituations(
  cases: (path: string, body?: unknown) => Record<string, Situation>,
): Record<string, Record<string, Situation>> {
  const file = { content: Buffer.from('Is it so? {T}').toString('base64'), lang: 'en' };
  return {
    'GET /api/studio/quizzes/:id': cases(''),
    'GET /api/studio/quizzes/:id/analysis': cases('/analysis'),
    'GET /api/studio/quizzes/:id/export.gift': cases('/export.gift?lang=en'),
    'GET /api/studio/quizzes/:id/drawn': cases('/drawn'),
    'GET /api/studio/quizzes/:id/pools': cases('/pools'),
    'GET /api/studio/quizzes/:id/gradings': cases('/gradings'),
    'POST /api/studio/quizzes/:id/import-previews': cases('/import-previews', file),
    'GET /api/studio/quizzes/:id/export.qti.zip': cases('/export.qti.zip?lang=en'),
    'POST /api/studio/quizzes/:id/import-undos': cases('/import-undos', { questions: [] }),
    'POST /api/studio/quizzes/:id/imports': cases('/imports', file),
    'POST /api/studio/quizzes/:id/questions': cases('/questions', plainQuestion),
    'PUT /api/studio/quizzes/:id/rules': cases('/rules', { rules: { passMark: 70, shuffle: true }, tags: {} }),
  };
}
