import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { takeLock, type Release } from '../postgres/lock.ts';
import { commandLine, isRunning } from '../postgres/pidfile.ts';
import { PlainError } from '../postgres/plain-error.ts';
import { waitFor } from '../postgres/wait.ts';
import type { Project } from './project.ts';

/** What a running Haven writes down for others who look at its folder. */
interface Note {
  readonly launcher: number;
  readonly url?: string;
  /** The child at work now: the migration, the seed or the server. */
  readonly child?: number;
}

/** The sole right to run Haven in a folder. */
export interface Tenancy {
  /** Writes down the address or the child at work. */
  note(change: Partial<Note>): Promise<void>;
  /** Gives the folder free. */
  end(): Promise<void>;
}

/**
 * Takes the sole right to run Haven in this folder and waits for the server of a killed launcher to end.
 * Throws a PlainError when Haven already runs here. A launcher that is just stopping gets `patienceMs`.
 */
export async function settleIn(project: Project, patienceMs: number): Promise<Tenancy> {
  await mkdir(project.data, { recursive: true });
  const release = await waitFor(() => takeLock(project.lock), { withinMs: patienceMs, everyMs: 100 });
  if (!release) throw new PlainError(alreadyRunning(await readNote(project)));
  await outlast(project);
  return tenancy(project, release);
}

function alreadyRunning(note: Note | undefined): string {
  if (!note) return 'Haven already runs in this folder. Stop it first, with Ctrl-C in its window.';
  const at = note.url ? `, at ${note.url}` : '';
  return `Haven already runs in this folder (process ${note.launcher})${at}. Stop it first: Ctrl-C in its window, or kill ${note.launcher}.`;
}

async function tenancy(project: Project, release: Release): Promise<Tenancy> {
  let note: Note = { launcher: process.pid };
  const write = async (): Promise<void> => {
    await writeFile(`${project.running}.new`, JSON.stringify(note));
    await rename(`${project.running}.new`, project.running);
  };
  await write();
  return {
    note: (change) => {
      note = { ...note, ...change };
      return write();
    },
    end: async () => {
      await rm(project.running, { force: true });
      release();
    },
  };
}

/** A child of a killed launcher stops by itself when its channel closes; one that hangs is ended here. */
async function outlast(project: Project): Promise<void> {
  const child = (await readNote(project))?.child;
  if (!child || !isRunning(child) || !(await commandLine(child)).includes(project.api)) return;
  if (await waitFor(() => !isRunning(child), { withinMs: 10_000 })) return;
  process.kill(child, 'SIGKILL');
  await waitFor(() => !isRunning(child), { withinMs: 5_000 });
}

async function readNote(project: Project): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(project.running, 'utf8')) as Note;
  } catch {
    return undefined;
  }
}
