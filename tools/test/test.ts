/** `npm test`: everything that CI runs, or the parts that are named. Its last line is `N passed, N failed`. */
import { PlainError } from '../postgres/plain-error.ts';
import { errorText, stopSignal } from '../start/lifetime.ts';
import { seconds, table } from '../start/words.ts';
import { PARTS, type Outcome, type Part } from './parts.ts';

interface Done {
  readonly part: Part;
  readonly outcome: Outcome;
  readonly ms: number;
}

const signal = stopSignal();
const done: Done[] = [];
try {
  for (const part of choose(process.argv.slice(2))) {
    done.push(await runPart(part));
    if (signal.aborted) break;
  }
  summarise();
} catch (error) {
  console.log(errorText(error));
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

function choose(names: readonly string[]): readonly Part[] {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length === 0) return names.length === 0 ? PARTS : PARTS.filter(({ name }) => names.includes(name));
  throw new PlainError(
    `There is no part called ${unknown.join(', ')}. The parts are ${PARTS.map(({ name }) => name).join(', ')}.`,
  );
}

async function runPart(part: Part): Promise<Done> {
  const began = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${part.name}`);
  const outcome = await attempt(part);
  const ms = performance.now() - began;
  const { passed, failed, skipped, note, output } = outcome;
  const counts = [
    `${passed} passed`,
    ...(failed ? [`${failed} failed`] : []),
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  const line = `${failed ? '✗' : '✓'} ${part.name}: ${counts.join(', ')} (${seconds(ms)})${note ? ` ${note}` : ''}`;
  console.log(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${line}`);
  if (failed) console.log(output.trimEnd().replace(/^/gm, '    '));
  return { part, outcome, ms };
}

/** A part that could not run is one failure. */
async function attempt(part: Part): Promise<Outcome> {
  const failure = (output: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, output });
  if (done.some(({ part: { name }, outcome }) => name === part.needs && outcome.failed > 0)) {
    return failure(`Not run, because ${part.needs} failed.`);
  }
  try {
    return await part.run(process.cwd(), signal);
  } catch (error) {
    return failure(signal.aborted ? 'Stopped.' : errorText(error));
  }
}

function summarise(): void {
  const sum = (count: (outcome: Outcome) => number): number =>
    done.reduce((all, { outcome }) => all + count(outcome), 0);
  const passed = sum((outcome) => outcome.passed);
  const failed = sum((outcome) => outcome.failed);
  const rows = done.map(({ part, outcome, ms }) => [
    part.name,
    seconds(ms),
    `${outcome.passed} passed`,
    `${outcome.failed} failed`,
  ]);
  console.log(['', ...table([...rows, ['all', seconds(performance.now()), '', '']]), ''].join('\n'));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
