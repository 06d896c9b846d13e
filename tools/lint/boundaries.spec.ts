import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const BOUNDARY = '@nx/enforce-module-boundaries';

const file = (project: string, name = 'index.ts') => `libs/${project}/src/${name}`;
const imports = (what: string) => `import * as all from '${what}';\nexport const use = all;\n`;

/** What must not be: where, the text, and the one rule that says so. */
const FORBIDDEN: readonly (readonly [name: string, file: string, text: string, rule: string])[] = [
  ['contract → api', file('catalog/contract'), imports('@haven/catalog/api'), BOUNDARY],
  ['contract → web', file('catalog/contract'), imports('@haven/catalog/web'), BOUNDARY],
  ['contract → a package other than zod', file('catalog/contract'), imports('uuid'), BOUNDARY],
  ['contract → node', file('catalog/contract'), imports('node:fs'), 'no-restricted-imports'],
  ['api → web', file('catalog/api'), imports('@haven/catalog/web'), BOUNDARY],
  ['api → Angular', file('catalog/api'), imports('@angular/core'), BOUNDARY],
  ['web → api', file('catalog/web'), imports('@haven/catalog/api'), BOUNDARY],
  ['web → Nest', file('catalog/web'), imports('@nestjs/common'), BOUNDARY],
  ['web → TypeORM', file('catalog/web'), imports('typeorm'), BOUNDARY],
  ['web → pg', file('catalog/web'), imports('pg'), BOUNDARY],
  ['ui → web', file('shared/ui'), imports('@haven/shared/web'), BOUNDARY],
  ['ui → HTTP', file('shared/ui'), imports('@angular/common/http'), BOUNDARY],
  ['ui → translations', file('shared/ui'), imports('@jsverse/transloco'), BOUNDARY],
  ['shared → identity', file('shared/api'), imports('@haven/identity/api'), BOUNDARY],
  ['identity → recordings', file('identity/api'), imports('@haven/recordings/api'), BOUNDARY],
  ['recordings → catalog', file('recordings/api'), imports('@haven/catalog/api'), BOUNDARY],
  ['recordings → assessment', file('recordings/web'), imports('@haven/assessment/web'), BOUNDARY],
  ['assessment → recordings', file('assessment/api'), imports('@haven/recordings/api'), BOUNDARY],
  ['assessment → catalog, its studio', file('assessment/web'), imports('@haven/catalog/web/studio'), BOUNDARY],
  ['catalog → learning', file('catalog/api'), imports('@haven/learning/api'), BOUNDARY],
  ['into another library by path', file('catalog/api'), imports('../../contract/src/index'), BOUNDARY],
  ['a cycle', file('shared/contract', 'in-locale.ts'), "export * from './locale';\n", 'import-x/no-cycle'],
  ['{ z }', file('catalog/contract'), "import { z } from 'zod';\nexport const use = z;\n", 'haven/zod-namespace'],
  ['any', file('catalog/api'), 'export const use: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  ['as any', file('catalog/api'), 'export const use = 1 as any;\n', '@typescript-eslint/no-explicit-any'],
  ['a URL outside a client', file('catalog/web'), "export const use = '/api/courses';\n", 'haven/urls-in-clients'],
  ['a URL in a template', file('catalog/web'), 'export const use = `/api/${1}`;\n', 'haven/urls-in-clients'],
  ['251 lines', file('catalog/api'), 'export {};\n'.repeat(251), 'max-lines'],
  ['console in a library', file('catalog/api'), 'console.log(1);\n', 'no-console'],
  ['the time without Clock', file('catalog/api'), 'export const use = new Date();\n', 'haven/time-from-clock'],
  [
    'a promise nobody waits for',
    file('catalog/api'),
    'void 0;\nPromise.resolve();\n',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a suppression without a reason',
    file('catalog/api'),
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const use: any = 1;\n',
    'haven/described-disable',
  ],
  [
    'a needless suppression',
    file('catalog/api'),
    '// eslint-disable-next-line no-console -- it was so\nexport {};\n',
    'Unused',
  ],
  ['physical CSS', file('catalog/web', 'a.css'), '.a {\n  margin-left: 1rem;\n}\n', 'csstools/use-logical'],
  [
    'light-dark()',
    file('catalog/web', 'a.css'),
    '.a {\n  color: light-dark(red, blue);\n}\n',
    'function-disallowed-list',
  ],
];

/** What the rules let through. */
const ALLOWED: readonly (readonly [name: string, file: string, text: string])[] = [
  [
    'contract → contract and zod',
    file('catalog/contract'),
    imports('@haven/recordings/contract') + "import * as z from 'zod';\nexport const shape = z.string();\n",
  ],
  ['api → what stands above', file('learning/api'), imports('@haven/catalog/api')],
  ['web → ui', file('catalog/web'), imports('@haven/shared/ui')],
  ['catalog → assessment, its studio', file('catalog/web'), imports('@haven/assessment/web/studio')],
  ['a URL in a client', file('catalog/web', 'catalog-client.ts'), "export const use = '/api/courses';\n"],
  ['250 lines', file('catalog/api'), 'export {};\n'.repeat(250)],
  [
    'a suppression with a reason',
    file('catalog/api'),
    '// eslint-disable-next-line no-console -- the last word\nconsole.log(1);\n',
  ],
  ['logical CSS', file('catalog/web', 'a.css'), '.a {\n  margin-inline-start: 1rem;\n}\n'],
];

describe('the lint', () => {
  let answers: string[][];
  beforeAll(() => {
    const input = JSON.stringify([...FORBIDDEN, ...ALLOWED].map(([, name, text]) => ({ file: name, text })));
    // Not the environment of Jest: it changes how ESLint and Nx run.
    const { NODE_ENV: _, JEST_WORKER_ID: __, ...outer } = process.env;
    // In CI the parser would read each file once, from the disk, and never see the text that it is given.
    const env = { ...outer, TSESTREE_SINGLE_RUN: 'false' };
    const ran = spawnSync(process.execPath, ['tools/lint/ask.ts'], { cwd: root, input, encoding: 'utf8', env });
    if (ran.status !== 0) throw new Error(ran.stderr);
    answers = JSON.parse(ran.stdout) as string[][];
  });

  it.each(FORBIDDEN.map(([name, , , rule], at) => ({ name, rule, at })))('forbids $name', ({ rule, at }) => {
    expect(answers[at]).toEqual([rule === 'Unused' ? expect.stringContaining('Unused eslint-disable') : rule]);
  });

  it.each(ALLOWED.map(([name], at) => ({ name, at })))('allows $name', ({ at }) => {
    expect(answers[FORBIDDEN.length + at]).toEqual([]);
  });
});
