import { previewSituations } from './preview-situations';
import { type Situation } from './situation';

type Targets = Parameters<typeof previewSituations>[0];

const name = '0'.repeat(16);
const noFile = Buffer.from('no file');
const bytes = { 'content-type': 'application/octet-stream', 'content-length': String(noFile.length) };

/** The routes of translations, asked for the words of each course, and those of previews. Nobody's words are named so. */
export function shownSituations(targets: Targets): Record<string, Record<string, Situation>> {
  const of = (path: (id: string) => string, body?: unknown, headers?: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(targets).map(([situation, { id }]): [string, Situation] => [
        situation,
        () => ({ url: `/api/studio/courses/${id}${path(id)}`, body, ...(headers && { headers }) }),
      ]),
    );
  const section = (id: string) => `/translation/${id}`;
  return {
    ...previewSituations(targets),
    'GET /api/studio/courses/:id/translation': of(() => '/translation'),
    'PUT /api/studio/courses/:id/translation': of(() => '/translation', { was: 'always', gate: 'always' }),
    'GET /api/studio/courses/:id/translation/:item': of(section),
    'PUT /api/studio/courses/:id/translation/:item': of(section, { key: '@title', of: name, was: name, text: 'x' }),
    'PUT /api/studio/courses/:id/translation/:item/review': of((id) => `${section(id)}/review`, {
      ...{ key: '@title', of: name, words: name, reviewed: true },
    }),
    'GET /api/studio/courses/:id/xliff': of(() => '/xliff'),
    'POST /api/studio/courses/:id/xliff-previews': of(() => '/xliff-previews', noFile, bytes),
    'POST /api/studio/courses/:id/xliff-imports': of(() => '/xliff-imports', noFile, bytes),
  };
}
