import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { confinement } from './confinement';
import { type Limits, type ProgramOptions, runProgram } from './run-program';
import { canMake } from './testing/fixtures';

const generous: Limits = { seconds: 30, memoryMb: 4096, outputMb: 64 };
const isLinux = process.platform === 'linux';
const node = process.execPath;

describe('a program that reads somebody else’s file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'haven-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (program: string, args: readonly string[], options: Partial<ProgramOptions> = {}) =>
    runProgram(program, args, { limits: generous, folder, ...options });
  const shell = (script: string, options?: Partial<ProgramOptions>) => run('sh', ['-c', script], options);

  it('gets its arguments as they are: no shell sees them', async () => {
    const nasty = ['$(touch made)', '`touch made`', '; touch made', '"', "'", '', '-n', 'two words', '\\', '*'];
    const { stdout } = await run('printf', ['%s|', ...nasty]);
    expect(stdout).toBe(nasty.map((one) => `${one}|`).join(''));
    expect(existsSync(join(folder, 'made'))).toBe(false);
  });

  it('knows nothing of our environment, hears no input, and comes last in line', async () => {
    process.env['HAVEN_SPEC_SECRET'] = 'secret';
    const { stdout } = await shell('env; echo; cat; nice; pwd').finally(() => delete process.env['HAVEN_SPEC_SECRET']);
    const [environment = '', rest = ''] = stdout.split('\n\n');
    const names = environment.split('\n').map((line) => line.split('=')[0]);
    // The last two are the shell's own.
    expect(names.filter((name) => !['PATH', 'LANG', 'PWD', 'OLDPWD', '_', 'SHLVL'].includes(name ?? ''))).toEqual([]);
    expect(rest).toBe(`19\n${folder}\n`);
  });

  it('is stopped after its time', async () => {
    const late = shell('sleep 600', { limits: { ...generous, seconds: 0.3 } });
    await expect(late).rejects.toMatchObject({ reason: { code: 'takes-too-long' } });
  });

  (canMake ? it : it.skip).each([150, 900])(
    'is refused more than %d MiB of memory, which ffmpeg would need (skipped without ffmpeg)',
    async (memoryMb) => {
      const encode = ['-c:v', 'libx264', '-threads', '2', '-f', 'null', '-'];
      const large = ['-f', 'lavfi', '-i', 'testsrc2=size=7680x4320:duration=0.2', ...encode];
      const greedy = run('ffmpeg', large, { limits: { ...generous, memoryMb } });
      await expect(greedy).rejects.toMatchObject({ reason: { code: 'needs-too-much-memory' } });
    },
  );

  it('cannot write more than its share, to the byte', async () => {
    const limits = { ...generous, outputMb: 1 };
    const flood = run('dd', ['if=/dev/zero', 'of=flood', 'bs=65536', 'count=64'], { limits });
    await expect(flood).rejects.toMatchObject({ reason: { code: 'makes-too-much' } });
    expect(statSync(join(folder, 'flood')).size).toBe(1024 * 1024);
  });

  it('may talk for ever: only its last words are kept', async () => {
    const { stdout, stderr } = await shell('yes x | head -c 3000000; echo end; yes y | head -c 3000000 >&2');
    expect(stdout.length).toBeLessThan(1_000_000);
    expect(stderr.length).toBeLessThan(1_000_000);
    expect(stdout.endsWith('end\n')).toBe(true);
  });

  it('is heard line by line, whatever the pieces', async () => {
    const lines: string[] = [];
    await shell('printf a; printf "b\\nc"; printf "d\\n"', { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['ab', 'cd']);
  });

  it('fails with a code for people, and its own words for the log only', async () => {
    const failing = shell('echo "bad atom at 0x40" >&2; exit 3');
    await expect(failing).rejects.toMatchObject({
      reason: { code: 'damaged', facts: {} },
      message: expect.stringContaining('bad atom at 0x40'),
    });
  });

  it('goes with everything that it started when it is aborted, which is told as that', async () => {
    const stop = new AbortController();
    const pids: number[] = [];
    const onLine = (line: string) => {
      pids.push(Number(line));
      if (pids.length === 2) stop.abort(new Error('enough'));
    };
    const running = shell('sleep 600 & echo $!; echo $$; wait', { signal: stop.signal, onLine });
    await expect(running).rejects.toThrow('enough');
    for (const pid of pids) await gone(pid);
    await expect(shell('true', { signal: stop.signal })).rejects.toThrow('enough');
  });

  (isLinux ? it : it.skip)('has no network, not even this machine (Linux only)', async () => {
    const { network } = await confinement();
    const server = createServer((socket) => socket.end('hello'));
    const port = await listening(server);
    const script = `require('node:net').connect(${port}, '127.0.0.1').on('data', (d) => console.log(String(d))).on('error', (e) => console.log(e.code))`;
    const { stdout } = await run(node, ['-e', script], { limits: { ...generous, memoryMb: 64 * 1024 } });
    server.close();
    // Where the kernel refuses a namespace, as in most containers, only ffmpeg's list of protocols is left, and we say so.
    if (network === 'namespace') expect(stdout).toMatch(/ENETUNREACH|EHOSTUNREACH/);
    else process.emitWarning('This kernel gives no network namespace: programs are shut in by protocols alone.');
  });

  (isLinux ? it : it.skip)('dies with its parent, even by SIGKILL (Linux only)', async () => {
    if (!(await confinement()).diesWithParent)
      return process.emitWarning('No setpriv here: programs may outlive a killed worker.');
    const parent = fork(parentIn(folder));
    const [pid] = (await once(parent, 'message')) as [number];
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await gone(pid);
  });
});

/** A process of its own that runs a program through our module and tells the program's number. */
function parentIn(folder: string): string {
  for (const name of ['run-program', 'confinement', 'media-problem']) {
    const { code } = transformFileSync(join(__dirname, `${name}.ts`), {
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  const script = `
    const { runProgram } = require('./run-program.js');
    const limits = { seconds: 600, memoryMb: 4096, outputMb: 1 };
    const onLine = (line) => process.send(Number(line));
    void runProgram('sh', ['-c', 'echo $$; exec sleep 600'], { limits, folder: __dirname, onLine });`;
  const file = join(folder, 'parent.js');
  writeFileSync(file, script);
  return file;
}

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Zombies count as gone: they run no more. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The kernel takes a moment; a program that stays makes the spec run out of time. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
}
