import { createServer, request as ask, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A line between the browser and the server that a journey can cut. */
export interface Between {
  readonly url: string;
  /** Holds back every answer whose path ends so, after so many bytes; `null` lets later ones pass. */
  hold(how: { ends: string; after: number } | null): void;
  /** Breaks the connections of the answers that are held back. */
  cut(): void;
  /** From now on the server seems to serve another build, whose first script has a name of its own. */
  renew(): void;
  /** The `Range` headers of the requests for paths that end so. */
  ranges(ends: string): (string | undefined)[];
  stop(): Promise<void>;
}

/** Listens on a port of its own and passes everything on to `target`, with the name of the host that it was asked under. */
export async function between(target: string): Promise<Between> {
  let renewed = false;
  let holding: { ends: string; after: number } | null = null;
  const held = new Set<ServerResponse>();
  const asked: { path: string; range: string | undefined }[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    asked.push({ path, range: incoming.headers.range });
    const { method } = incoming;
    const isWorker = renewed && path === '/sw.js';
    // The worker's script is rewritten, so it has to come whole and as plain text.
    const headers = isWorker ? { host: incoming.headers.host } : incoming.headers;
    const onward = ask(target + path.replace(/^\/next-/, '/main-'), { method, headers }, (answer) => {
      if (isWorker) {
        outgoing.setHeader('content-type', 'text/javascript');
        return void text(answer).then((script) => outgoing.end(script.replaceAll('/main-', '/next-')));
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      let passed = 0;
      answer.on('data', (part: Buffer) => {
        passed += part.length;
        if (holding && path.endsWith(holding.ends) && passed > holding.after) held.add(outgoing);
        if (!held.has(outgoing)) outgoing.write(part);
      });
      answer.on('end', () => void (held.has(outgoing) || outgoing.end()));
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    hold: (how) => (holding = how),
    cut: () => {
      for (const answer of held) answer.destroy();
      held.clear();
    },
    renew: () => (renewed = true),
    ranges: (ends) => asked.filter(({ path }) => path.endsWith(ends)).map(({ range }) => range),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
