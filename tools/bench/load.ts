import { connect, type Socket } from 'node:net';

/** One request, ready to be written, and what to do with the time that its answer took, in milliseconds. */
export interface Shot {
  readonly bytes: Buffer;
  readonly done: (ms: number) => void;
}

/**
 * Keeps `connections` busy with requests until `next` has no more: each connection has one under way. As little work as possible, because
 * the server has to share the machine with it. @throws Error for the first answer that is not 200.
 */
export async function load(
  port: number,
  connections: number,
  next: () => Promise<Shot | null> | Shot | null,
): Promise<void> {
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
