import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';
import { shellList } from '../../../tools/build/shell-list.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const web = `${root}/dist/web`;

/** The service worker, beside the application that it keeps. A classic script: Firefox has no modules there yet. */
export default defineConfig(async () => ({
  input: `${root}/apps/web/offline/worker.ts`,
  platform: 'browser',
  tsconfig: `${root}/apps/web/offline/tsconfig.json`,
  transform: { define: { SHELL: JSON.stringify(await shellList(web)) } },
  output: { file: `${web}/browser/sw.js`, format: 'iife', minify: true },
}));
