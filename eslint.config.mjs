import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.mjs';
import haven from './tools/lint/haven-plugin.mjs';

// The boundary rule reads the graph that Nx keeps on disk, and passes everything where there is none, as on a fresh
// clone: so the graph is computed here, once per run.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: true });

const SPECS = ['**/*.spec.ts', '**/testing/**'];
const SERVER = ['apps/{api,worker,e2e}/**/*.ts', 'libs/*/{api,contract}/**/*.ts', 'tools/**/*.ts'];
const BROWSER = ['apps/web/**/*.ts', 'libs/*/web/**/*.ts', 'libs/shared/ui/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/{dist,node_modules,.nx,.angular,.haven,coverage,test-results,playwright-report}/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'haven/all',
    files: ['**/*.{ts,mjs,cjs}'],
    extends: [tseslint.configs.strict],
    plugins: { haven, '@nx': nx, 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      // Packages are no part of our cycles: not reading them is most of the speed.
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.mjs', '.js'], tsconfig: { configFile: 'tsconfig.base.json' } }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      'haven/described-disable': 'error',
      'haven/zod-namespace': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
      'no-async-promise-executor': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      // A module or a component may be nothing but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  typed('haven/server', SERVER, 'tsconfig.node.json'),
  typed('haven/browser', BROWSER, 'tsconfig.web.json'),
  typed('haven/worker', ['apps/web/offline/*.ts'], 'apps/web/offline/tsconfig.json'),
  { name: 'haven/scripts', files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { name: 'haven/libs', files: ['libs/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    name: 'haven/clock',
    files: ['libs/*/api/**/*.ts'],
    ignores: [...SPECS, 'libs/shared/api/src/clock.ts'],
    rules: { 'haven/time-from-clock': 'error' },
  },
  {
    name: 'haven/contracts',
    files: ['libs/*/contract/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'Browsers read this.' }] }] },
  },
  {
    name: 'haven/contract-specs',
    files: ['libs/*/contract/**/*.spec.ts', 'libs/*/contract/**/testing/**'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ packages: ['fast-check'] }) },
  },
  {
    name: 'haven/apps',
    files: ['apps/{api,worker,e2e}/**/*.{ts,mjs}', 'apps/web/offline/*.mjs'],
    // The worker is the API without its port, the journeys start it; both, and the builds, use tools.
    rules: { '@nx/enforce-module-boundaries': boundaries({ allow: ['^(\\.\\./)+(api/src|tools)/.'] }) },
  },
  {
    name: 'haven/journeys',
    files: ['apps/e2e/**/*.ts'],
    // A fixture that gives nothing is of type void: Playwright has it so.
    rules: { '@typescript-eslint/no-invalid-void-type': 'off' },
  },
  {
    name: 'haven/urls',
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts'],
    ignores: [...SPECS, '**/*-client.ts', 'libs/shared/web/src/api-origin.ts'],
    rules: { 'haven/urls-in-clients': 'error' },
  },
  {
    name: 'haven/angular',
    files: BROWSER,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    name: 'haven/templates',
    files: ['apps/web/**/*.html', 'libs/**/*.html'],
    ignores: ['apps/web/src/index.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  prettier,
);

/** The rules that need types, and the program that knows them: one for the server, one for the browser. */
function typed(name, files, project) {
  return {
    name,
    files,
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
    },
  };
}
