import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { waitFor } from '../../postgres/wait.ts';

/** Debian puts nginx where only root's PATH looks. */
const PATH = [process.env['PATH'], '/usr/sbin', '/usr/local/sbin'].join(delimiter);

/** Why nginx cannot be tried on this machine; undefined when it can. */
export function whyNoNginx(): string | undefined {
  const { error, status } = spawnSync('nginx', ['-v'], { env: { PATH } });
  return !error && status === 0 ? undefined : 'nginx is not installed (on Debian: apt-get install nginx-light)';
}

/** A real nginx with the configuration of deploy/, in a folder of its own. */
export class Nginx {
  readonly folder: string;
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(folder: string, port: number, child: ChildProcess) {
    this.folder = folder;
    this.port = port;
    this.#child = child;
  }

  /** Starts nginx in front of `upstream` (host:port); objects are the files in `<folder>/objects`. */
  static async start(template: string, upstream: string): Promise<Nginx> {
    const folder = await mkdtemp(join(tmpdir(), 'haven-nginx-'));
    // Started by root, the workers of nginx are somebody else.
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'objects'));
    await mkdir(join(folder, 'temp'));
    const port = await freePort();
    const config = fillIn(await readFile(template, 'utf8'), {
      NGINX_HAVEN_LISTEN: `127.0.0.1:${port}`,
      NGINX_HAVEN_UPSTREAM: upstream,
      NGINX_HAVEN_OBJECTS: join(folder, 'objects'),
      NGINX_HAVEN_CACHE: join(folder, 'cache'),
    });
    await writeFile(join(folder, 'nginx.conf'), wrap(config, folder));
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
    // A file: what Node pipes is a socket, which nobody can open again as /dev/stdout.
    const log = await open(join(folder, 'log'), 'a');
    const child = spawn('nginx', args, { env: { PATH }, stdio: ['ignore', log.fd, log.fd] });
    await once(child, 'spawn');
    await log.close();
    const nginx = new Nginx(folder, port, child);
    const up = await waitFor(() => child.exitCode !== null || nginx.#answers(), { withinMs: 20_000 });
    if (up && child.exitCode === null) return nginx;
    const said = await nginx.output();
    await nginx.stop();
    throw new Error(`nginx did not start:\n${said}`);
  }

  /** All that it has logged. */
  output(): Promise<string> {
    return readFile(join(this.folder, 'log'), 'utf8');
  }

  /** Sends bytes as they are and answers what comes back until nginx closes the connection. */
  async raw(request: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.write(request);
    await once(socket, 'close');
    return answer;
  }

  /** Stops it and removes its folder. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGTERM');
      await once(this.#child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  }
}

/** What the image's envsubst does: only `${NAME}` of the given names is replaced. */
function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The part of the configuration that the image brings along, with its temporary folders in ours. */
function wrap(config: string, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${join(folder, 'temp', name)};`,
  );
  return [
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(folder, 'nginx.pid')};`,
    'error_log stderr notice;',
    'events { worker_connections 128; }',
    'http {',
    '  include /etc/nginx/mime.types;',
    '  default_type application/octet-stream;',
    ...temporary,
    config,
    '}',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
