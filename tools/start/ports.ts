import { once } from 'node:events';
import { createServer } from 'node:net';
import { PlainError } from '../postgres/plain-error.ts';

/** The first free port from `wanted` upwards (100 are tried). Throws a PlainError when all are taken. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port <= 65_535; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new PlainError(
    `The ports from ${wanted} on are all taken, or may not be used by you. Set PORT to another one.`,
  );
}

/** Whether a server could listen here. Asked of loopback too: macOS lets a wildcard sit beside a taken loopback port. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'));
}

async function canListen(port: number, host?: string): Promise<boolean> {
  const probe = createServer();
  const answer = Promise.race([once(probe, 'listening').then(() => true), once(probe, 'error').then(() => false)]);
  probe.listen({ port, host, exclusive: true });
  const free = await answer.catch(() => false);
  if (free) {
    probe.close();
    await once(probe, 'close');
  }
  return free;
}
