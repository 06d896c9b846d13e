import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { freePort } from './ports.ts';

describe('freePort', () => {
  it.each(['127.0.0.1', undefined])('passes over a port taken on %s and gives it once it is free', async (host) => {
    const server = createServer();
    server.listen(0, host);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await freePort(port)).toBeGreaterThan(port);
    server.close();
    await once(server, 'close');
    expect(await freePort(port)).toBe(port);
  });
});
