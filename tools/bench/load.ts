import { connect, type Socket } from 'node:net';
import type { Parts } from '../../apps/e2e/src/support/parts.ts';

const CONNECTIONS = 256;

const port = ({ url }: Parts) => Number(new URL(url).port);

/** As many requests as 256 connections get answered in `seconds`, or until `make` has no more: how many, and how many a second. */
export async function loadFor(
  parts: Parts,
  seconds: number,
  make: (n: number) => Buffer | null,
): Promise<{ count: number; perSecond: number }> {
  let n = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const done = () => {};
  await load(port(parts), CONNECTIONS, () => {
    const bytes = performance.now() < end ? make(n) : null;
    if (!bytes) return null;
    n++;
    return { bytes, done };
  });
  return { count: n, perSecond: n / ((performance.now() - began) / 1000) };
}

/** Requests that come at their own times, whether or not the ones before were answered: what is late counts as late. */
export async function p99At(
  parts: Parts,
  perSecond: number,
  seconds: number,
  make: (n: number) => Buffer,
): Promise<number> {
  const took: number[] = [];
  const began = performance.now();
  let n = 0;
  const next = async (): Promise<Shot | null> => {
    const due = began + (n++ / perSecond) * 1000;
    if (due > began + seconds * 1000) return null;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const late = Math.max(0, performance.now() - due - 1);
    return { bytes: make(n), done: (ms) => void took.push(ms + late) };
  };
  await load(port(parts), CONNECTIONS, next);
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;
}

/** One request, ready to be written, and what to do with the time that its answer took, in milliseconds. */
export interface Shot {
  readonly bytes: Buffer;
  readonly done: (ms: number) => void;
}

/**
 * Keeps `connections` busy with requests until `next` has no more: each connection has one under way. As little work as possible, because
 * the server has to share the machine with it. @throws Error for the first answer that is not 200.
 */
async function load(port: number, connections: number, next: () => Promise<Shot | null> | Shot | null): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => alone(port, next)));
}

async function alone(port: number, next: () => Promise<Shot | null> | Shot | null): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  try {
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    for (let shot = await next(); shot; shot = await next()) {
      const began = performance.now();
      await exchange(socket, shot.bytes);
      shot.done(performance.now() - began);
    }
  } finally {
    socket.destroy();
  }
}

function exchange(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let got = '';
    const hear = (chunk: Buffer) => {
      got += chunk.toString('latin1');
      const head = got.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(got.slice(0, head))?.[1]);
      if (got.length < head + 4 + length) return;
      socket.off('data', hear).off('error', reject);
      if (got.startsWith('HTTP/1.1 200')) resolve();
      else reject(new Error(got));
    };
    socket.on('data', hear).once('error', reject);
    socket.write(bytes);
  });
}

/** A request over HTTP/1.1, as text. */
export function request(method: string, path: string, cookie: string, body?: string): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, 'host: localhost', `cookie: ${cookie}`, 'accept: application/json'];
  const sent =
    body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  return Buffer.from([...head, ...sent, '', body ?? ''].join('\r\n'));
}
