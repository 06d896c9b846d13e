import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Relative and absolute paths, Haven's own projects, and the helpers that the compiler itself brings along. */
const own = /^(\.|\/|\0|@haven\/|@oxc-project\/)/;

/**
 * The bundle of a server application: Haven's own code in one file, packages left to node_modules. Nest and TypeORM read the types of
 * constructors and columns at run time, so decorators are compiled in the legacy way with their metadata.
 */
export const bundleFor = (app) =>
  defineConfig({
    input: { main: `${root}/apps/${app}/src/main.ts` },
    platform: 'node',
    tsconfig: `${root}/tsconfig.node.json`,
    external: (id) => !own.test(id),
    output: { dir: `${root}/dist/${app}`, format: 'esm', sourcemap: true, cleanDir: true },
  });
