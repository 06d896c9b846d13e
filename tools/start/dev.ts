/** `npm run dev`: as `npm start`, and what changes is built again and the server started again. */
import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binOf } from './bin.ts';
import { build, NX_ENV } from './build.ts';
import { startChild, type Child } from './child.ts';
import { readConfig } from './config.ts';
import { Haven } from './haven.ts';
import { aborted, errorText, stopSignal } from './lifetime.ts';
import { projectIn } from './project.ts';
import { dropStamp } from './stamp.ts';
import { progress } from './steps.ts';

/** A build writes many files: the server starts again when none has changed for so long, in milliseconds. */
const QUIET_MS = 300;
/** What the server has loaded into itself: its own bundle and the server side of the web app. */
const LOADED = [join('dist', 'api'), join('dist', 'web', 'server')];

const signal = stopSignal();
const steps = progress(process.stdout);
const project = projectIn(process.cwd());
const builders: Child[] = [];
let haven: Haven | undefined;
try {
  haven = new Haven(project, readConfig({ HAVEN_LOG: 'console', ...process.env }), steps, signal);
  await haven.settleIn();
  await steps.run('Build', async (note) => note((await build(project, signal)) ? '' : 'is up to date'));
  process.env['NODE_ENV'] ??= 'development';
  await haven.start();
  steps.say(await haven.welcome());
  builders.push(...(await watchSources()));
  await restartOnChange(haven);
} catch (error) {
  if (!signal.aborted) console.error(errorText(error));
  process.exitCode = signal.aborted ? 0 : 1;
} finally {
  await Promise.all(builders.map((builder) => builder.stop(3_000)));
  await haven?.stop();
}

/** Builders that stay and build again on change. Their development builds are not what `npm start` may reuse. */
async function watchSources(): Promise<Child[]> {
  await dropStamp(project.root);
  const [rolldown, nx] = await Promise.all([binOf(project.root, 'rolldown'), binOf(project.root, 'nx')]);
  const begin = (script: string, ...args: string[]): Promise<Child> =>
    startChild(script, args, { cwd: project.root, env: NX_ENV, stdio: ['ignore', 'inherit', 'inherit'] });
  return Promise.all([
    begin(rolldown, '-c', join('apps', 'api', 'rolldown.config.mjs'), '--watch'),
    begin(nx, 'run', 'web:app:development', '--watch'),
  ]);
}

/** Starts the server again after each change, until we are asked to stop. A server that ends waits for a change. */
async function restartOnChange(running: Haven): Promise<void> {
  let last = 0;
  let seen = 0;
  for (const folder of LOADED) {
    await mkdir(join(project.root, folder), { recursive: true });
    watch(join(project.root, folder), { recursive: true, signal }, () => (last = performance.now()));
  }
  while (!signal.aborted) {
    if (last > seen && performance.now() - last > QUIET_MS) {
      seen = last;
      await steps.run('Server again', () => running.serve()).catch((error: unknown) => steps.say(errorText(error)));
    }
    await Promise.race([sleep(100), aborted(signal)]);
  }
}
