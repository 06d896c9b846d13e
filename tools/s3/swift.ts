import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from '../postgres/wait.ts';
import { type Account, keeperConfig, KEEPERS, type Ports, proxyConfig } from './swift-config.ts';

const run = promisify(execFile);

/** The one that Debian's packages are for; another may come first on the PATH. */
const PYTHON = '/usr/bin/python3';

/** Debian puts some of it where only root's PATH looks. */
const PATH = [process.env['PATH'], '/usr/bin', '/usr/sbin'].join(delimiter);

const NEEDED = {
  programs: ['memcached', ...[...KEEPERS, 'proxy'].map((kind) => `swift-${kind}-server`)],
  // Debian's package brings it; Swift looks for it here and nowhere else.
  settings: '/etc/swift/swift.conf',
};

/** Why Swift cannot be tried on this machine; undefined when it can. */
export function whyNoSwift(): string | undefined {
  const absent = NEEDED.programs.find((name) => !PATH.split(delimiter).some((folder) => isThere(join(folder, name))));
  if (absent)
    return `${absent} is not installed (on Debian: apt-get install swift-proxy swift-account swift-container swift-object memcached)`;
  if (!isThere(NEEDED.settings)) return `${NEEDED.settings} cannot be read`;
  return roomForSwift() ? undefined : 'no temporary folder has extended attributes, which Swift keeps its notes in';
}

/** OpenStack Swift with its S3 interface: a real server, in a folder of its own and on free loopback ports. */
export class Swift {
  /** Whom it lets in; the secret is made anew for each server. */
  readonly account: Account;
  readonly endpoint: string;
  readonly #folder: string;
  readonly #children: readonly ChildProcess[];

  private constructor(folder: string, port: number, account: Account, children: readonly ChildProcess[]) {
    this.#folder = folder;
    this.endpoint = `http://127.0.0.1:${port}`;
    this.account = account;
    this.#children = children;
  }

  /** Starts it and waits until every process answers. @throws an Error with what was logged where one does not. */
  static async start(): Promise<Swift> {
    const folder = await mkdtemp(join(roomForSwift() ?? tmpdir(), 'haven-swift-'));
    const account = { accessKeyId: 'haven:writer', secretAccessKey: randomBytes(16).toString('hex') };
    const ports = await freePorts();
    await prepare(folder, ports, account).catch(async (error: unknown) => {
      await rm(folder, { recursive: true });
      throw error;
    });
    const log = await open(join(folder, 'log'), 'a');
    const begin = (name: string, ...args: string[]): ChildProcess =>
      spawn(name, args, { cwd: folder, env: { PATH }, stdio: ['ignore', log.fd, log.fd] });
    const children = [
      begin(
        'memcached',
        '-l',
        '127.0.0.1',
        '-p',
        `${ports.memcached}`,
        '-U',
        '0',
        '-m',
        '16',
        '-u',
        userInfo().username,
      ),
      ...[...KEEPERS, 'proxy'].map((kind) => begin(`swift-${kind}-server`, join(folder, `${kind}.conf`), '-v')),
    ];
    await log.close();
    const swift = new Swift(folder, ports.proxy, account, children);
    const up = async (): Promise<boolean> =>
      children.some(hasEnded) || (await Promise.all(Object.values(ports).map(answers))).every(Boolean);
    if ((await waitFor(up, { withinMs: 40_000 })) && !children.some(hasEnded)) return swift;
    const said = await readFile(join(folder, 'log'), 'utf8');
    await swift.stop();
    throw new Error(`Swift did not start:\n${said}`);
  }

  /** Ends its processes and removes its folder: at once, because nothing of it is kept. */
  async stop(): Promise<void> {
    const living = this.#children.filter((child) => !hasEnded(child));
    const ended = living.map((child) => once(child, 'exit'));
    for (const child of living) child.kill('SIGKILL');
    await Promise.all(ended);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Says where everything is kept: all of it on one disk. One run for all rings, because starting Python is most of the time. */
const MAKE_RINGS = `
import sys
from swift.common.ring import RingBuilder
for kind, port in (pair.split('=') for pair in sys.argv[1:]):
    builder = RingBuilder(1, 1, 0)
    builder.add_dev(dict(region=1, zone=1, ip='127.0.0.1', port=int(port), device='disk', weight=1))
    builder.rebalance()
    builder.get_ring().save(kind + '.ring.gz')`;

/** Writes the rings, and a configuration for each server. */
async function prepare(folder: string, ports: Ports, account: Account): Promise<void> {
  await mkdir(join(folder, 'devices/disk'), { recursive: true });
  await writeFile(join(folder, 'proxy.conf'), proxyConfig(folder, ports, account));
  for (const kind of KEEPERS) await writeFile(join(folder, `${kind}.conf`), keeperConfig(folder, kind, ports));
  const pairs = KEEPERS.map((kind) => `${kind}=${ports[kind]}`);
  await run(PYTHON, ['-c', MAKE_RINGS, ...pairs], { cwd: folder, env: { PATH } });
}

/** A temporary folder whose file system has extended attributes of users; memory often has none. */
function roomForSwift(): string | undefined {
  const script =
    "import os, sys, tempfile\nwith tempfile.NamedTemporaryFile(dir=sys.argv[1]) as f: os.setxattr(f.name, 'user.haven', b'1')";
  return [tmpdir(), '/var/tmp'].find(
    (folder) => spawnSync(PYTHON, ['-c', script, folder], { env: { PATH } }).status === 0,
  );
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** All are held until the last is found, so that no two are the same. */
async function freePorts(): Promise<Ports> {
  const names = ['account', 'container', 'object', 'proxy', 'memcached'] as const;
  const probes = names.map((name) => [name, createServer().listen(0, '127.0.0.1')] as const);
  await Promise.all(probes.map(([, probe]) => once(probe, 'listening')));
  const ports = probes.map(([name, probe]) => [name, (probe.address() as AddressInfo).port] as const);
  await Promise.all(probes.map(([, probe]) => once(probe.close(), 'close')));
  return Object.fromEntries(ports) as Ports;
}
