/** `npm start`: builds what changed, starts everything, and stops everything when asked. */
import { build } from './build.ts';
import { readConfig } from './config.ts';
import { Haven } from './haven.ts';
import { aborted, errorText, stopSignal } from './lifetime.ts';
import { projectIn } from './project.ts';
import { progress } from './steps.ts';

const signal = stopSignal();
const steps = progress(process.stdout);
process.exitCode = await start();

async function start(): Promise<number> {
  let haven: Haven | undefined;
  try {
    const project = projectIn(process.cwd());
    haven = new Haven(project, readConfig(process.env), steps, signal);
    await haven.settleIn();
    await steps.run('Build', async (note) => note((await build(project, signal)) ? '' : 'is up to date'));
    await haven.start();
    steps.say(await haven.welcome());
    const trouble = await Promise.race([haven.trouble(), aborted(signal)]);
    if (!trouble) return await end(haven, 0);
    console.error(`\n${trouble}`);
    return await end(haven, 1);
  } catch (error) {
    if (!signal.aborted) console.error(`\n${errorText(error)}`);
    return await end(haven, signal.aborted ? 0 : 1);
  }
}

async function end(haven: Haven | undefined, code: number): Promise<number> {
  if (!haven?.settled) return code;
  try {
    await steps.run('Stop', async () => haven.stop());
    return code;
  } catch (error) {
    console.error(errorText(error));
    return 1;
  }
}
