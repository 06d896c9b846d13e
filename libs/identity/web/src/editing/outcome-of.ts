import { problemOf } from '@haven/shared/web';
import { type Edition, type Outcome } from './autosave';

/**
 * What became of a write. `theirs` is asked for only where somebody else saved first. A server that is busy, failing or out of reach is all
 * one to the writer: the text stays on the device and is sent again.
 */
export async function outcomeOf<T>(
  write: Promise<{ version: number }>,
  theirs: () => Promise<Edition<T>>,
): Promise<Outcome<T>> {
  try {
    return { kind: 'saved', version: (await write).version };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null || problem.status >= 500 || problem.code === 'busy') return { kind: 'unreachable' };
    if (problem.code !== 'stale') return { kind: 'refused', problem };
    return theirs().then(
      (edition): Outcome<T> => ({ kind: 'stale', theirs: edition }),
      (): Outcome<T> => ({ kind: 'unreachable' }),
    );
  }
}
