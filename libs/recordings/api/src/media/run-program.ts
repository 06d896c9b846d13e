import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
import { confinement } from './confinement';
import { problem, type MediaProblem } from './media-problem';

/** What a program may take: wall-clock seconds, address space, and the size of each file it writes (both in MiB). */
export interface Limits {
  readonly seconds: number;
  readonly memoryMb: number;
  readonly outputMb: number;
}

/** `folder` is the working directory; `onLine` hears every line of both outputs as it comes. */
export interface ProgramOptions {
  readonly limits: Limits;
  readonly folder: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** The last part of what a program said, at most `keep` characters each. */
export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
}

const keep = 256 * 1024;
const cores = 16;

/**
 * Sets the limits and becomes the program. A parent that died before the kernel was asked to tell is noticed by its changed id.
 * `-v` is refused by macOS, which keeps no such limit; `-t` outlives the wall clock and is for a program whose parent is gone.
 */
const script = `
[ "$PPID" = "$1" ] || exit 1
ulimit -c 0; ulimit -v "$2" 2>/dev/null; ulimit -f "$3"; ulimit -t "$4"
shift 4
exec nice -n 19 "$@"`;

/**
 * Runs a program that reads somebody else's file: no shell sees its arguments, no network where the kernel can take it away, lowest
 * priority, an empty environment, no input, bounded output, limits of time, memory and file size; it dies with this process.
 * @throws MediaProblem `takes-too-long`, `needs-too-much-memory`, `makes-too-much`, or `damaged` with its last words for the log;
 * the signal's reason when aborted.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { limits, folder, signal, onLine }: ProgramOptions,
): Promise<ProgramOutput> {
  const { prefix } = await confinement();
  signal?.throwIfAborted();
  const [command = 'sh', ...rest] = [...prefix, 'sh', '-c', script, 'sh', ...asText(limits), program, ...args];
  const child = spawn(command, rest, {
    cwd: folder,
    detached: true,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: listen(child.stdout, onLine), stderr: listen(child.stderr, onLine) };
  const end = await ended(child, limits.seconds, signal);
  const said = { stdout: output.stdout(), stderr: output.stderr() };
  signal?.throwIfAborted();
  if (end.code !== 0) throw failure(end, said.stderr);
  return said;
}

/** The script's first four parameters: our id, KiB of memory, blocks of 512 bytes, seconds of computing on all cores. */
function asText({ seconds, memoryMb, outputMb }: Limits): string[] {
  return [process.pid, memoryMb * 1024, outputMb * 2048, Math.ceil(seconds * cores)].map(String);
}

interface End {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly late: boolean;
}

/** Waits for the end of a program and of its outputs; past its time, or when aborted, its whole process group is killed. */
function ended(child: ChildProcess, seconds: number, signal?: AbortSignal): Promise<End> {
  return new Promise((resolve, reject) => {
    let late = false;
    const kill = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, seconds * 1000);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
    };
    signal?.addEventListener('abort', kill);
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code, killedBy) => {
      settle();
      resolve({ code, killedBy, late });
    });
  });
}

function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** Keeps the last part of a stream and passes its lines on. */
function listen(stream: Readable, onLine?: (line: string) => void): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-keep);
  });
  if (onLine) createInterface({ input: stream }).on('line', onLine);
  return () => text;
}

/** The last is all that ffmpeg says where x264 gets no memory for a picture. */
const noMemory =
  /cannot allocate memory|out of memory|bad_alloc|failed to map segment|malloc.* fail|error submitting video frame to the encoder/i;
const tooLarge = /file too large/i;

function failure({ code, killedBy, late }: End, stderr: string): MediaProblem {
  const words = `${killedBy ?? `exit ${code}`}: ${stderr.trim().split('\n').slice(-8).join('\n')}`;
  if (late || killedBy === 'SIGXCPU') return problem('takes-too-long', {}, words);
  if (killedBy === 'SIGXFSZ' || tooLarge.test(stderr)) return problem('makes-too-much', {}, words);
  // A kill that is not ours is the kernel's, which had no memory left.
  if (killedBy === 'SIGKILL' || noMemory.test(stderr)) return problem('needs-too-much-memory', {}, words);
  return problem('damaged', {}, words);
}
