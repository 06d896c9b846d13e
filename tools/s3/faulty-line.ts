import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How many bytes a connection carries before it breaks, each way. */
export interface Limits {
  readonly up?: number;
  readonly down?: number;
}

/** A line to a server that breaks each of its connections after so many bytes. */
export class FaultyLine {
  readonly endpoint: string;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;

  private constructor(server: Server, sockets: Set<Socket>) {
    this.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#server = server;
    this.#sockets = sockets;
  }

  static async to(endpoint: string, { up = Infinity, down = Infinity }: Limits): Promise<FaultyLine> {
    const { hostname, port } = new URL(endpoint);
    const sockets = new Set<Socket>();
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      const both = [near, far];
      for (const socket of both) {
        sockets.add(socket);
        socket.on('close', () => both.forEach((one) => one.destroy())).on('error', () => undefined);
      }
      passOn(near, far, up);
      passOn(far, near, down);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyLine(server, sockets);
  }

  /** Resolves when no connection is open any more. */
  async idle(): Promise<void> {
    const open = [...this.#sockets].filter((socket) => !socket.closed);
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.on('close', resolve))));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Sends on what `source` says, and hangs up after `limit` bytes. */
function passOn(source: Socket, sink: Socket, limit: number): void {
  let carried = 0;
  source.on('data', (chunk: Buffer) => {
    carried += chunk.length;
    if (carried > limit) source.destroy();
    else if (sink.destroyed) source.destroy();
    else if (!sink.write(chunk)) source.pause();
  });
  sink.on('drain', () => source.resume());
}
