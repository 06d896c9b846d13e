// Runs a script of this project with nothing installed but some Node (20 or later) and npm:
// `node tools/start/bootstrap.mjs <script.ts> [arguments]`. Plain JavaScript, since the Node that starts it may be old.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const mark = join(modules, '.haven-lock');
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

try {
  if (versionBelow(20, 0)) fail(`Haven needs Node 20 or later to begin with; this is ${process.version}.`);
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(mark) !== wanted) {
    if (!alreadyInstalled(lock)) install();
    writeFileSync(mark, wanted);
  }
  supervise(findNode());
} catch (error) {
  fail(`Haven could not begin: ${error instanceof Error ? error.message : error}`);
}

/** Whether npm's own record of what is installed agrees with the lock file: then somebody has run npm by hand. */
function alreadyInstalled(lock) {
  const record = readIfThere(join(modules, '.package-lock.json'));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
}

function install() {
  console.log('Installing what Haven needs (once, and again when its packages change). This takes a minute or two.');
  const started = Date.now();
  // npm's settings may leave out what we cannot do without: Node 24 and the build tools are devDependencies.
  const code = npm('install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund');
  if (code !== 0) {
    fail(
      'Installing failed; what npm said is above. It needs the network (or a filled npm cache) and about 2 GB of disk. ' +
        'Run the same command again to go on.',
    );
  }
  console.log(`✓ Installed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** Runs npm with the Node that npm itself runs under: ours may be inside the node_modules that npm replaces. */
function npm(...args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const ran = script
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return ran.status;
}

function findNode() {
  if (!existsSync(ownNode) && versionBelow(24, 15)) npm('rebuild', 'node');
  if (existsSync(ownNode)) return ownNode;
  if (!versionBelow(24, 15)) return process.execPath;
  return fail(
    `Haven runs on Node 24, which npm did not install because it is set to ignore install scripts; this is ` +
      `${process.version}. Run "npm rebuild node --ignore-scripts=false", or install Node 24.15 or later.`,
  );
}

function supervise(node) {
  const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const parents = ancestors();
  const watch = setInterval(() => {
    if (!parents.every(isAlive)) child.kill('SIGTERM');
  }, 500);
  // Ctrl-C reaches the child by itself, being in the same terminal; a signal sent to us alone has to be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Node 24 did not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

/**
 * The processes whose end ends us: our parent and, under npm, npm itself, which puts a shell in between that outlives
 * it. Killed with -9 they cannot pass anything on, and Haven would run on unseen.
 */
function ancestors() {
  const parents = [process.ppid];
  const parent = process.env.npm_lifecycle_event ? describe(process.ppid) : undefined;
  if (parent && /(^|\/)-?(ba|da|a|z|k)?sh$/.test(parent.command)) parents.push(parent.parent);
  return parents.filter((pid) => pid > 1);
}

/** A process as the system shows it, undefined when there is none. Linux is read directly: `ps` may be missing there. */
function describe(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const shown = stat ?? spawnSync('ps', ['-o', 'pid=,comm=,stat=,ppid=', '-p', `${pid}`], { encoding: 'utf8' }).stdout;
  const [, command, state, parent] = /^\s*\d+\s+\(?(.+?)\)?\s+([A-Z])\S*\s+(\d+)/.exec(shown ?? '') ?? [];
  return command && { command, state, parent: Number(parent) };
}

/** A process that has ended but was not collected (state Z) counts as ended. */
function isAlive(pid) {
  if (process.platform === 'linux') return (describe(pid)?.state ?? 'Z') !== 'Z';
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function versionBelow(major, minor) {
  const [nowMajor, nowMinor] = process.versions.node.split('.').map(Number);
  return nowMajor < major || (nowMajor === major && nowMinor < minor);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
