import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connections } from './connections';
import { openRaw, requestText, sendRaw } from './testing/rawRequest.testing';

const piece = Buffer.alloc(65_536);
const sockets: Socket[] = [];
const server: { current?: Server; accepted: Socket[] } = { accepted: [] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const socket of sockets.splice(0)) socket.destroy();
  server.current?.closeAllConnections();
  await new Promise((resolve) => server.current?.close(resolve));
});

/** A server with room for two that answers `/short` at once, and anything else with 64 MB of its kind. */
async function start(): Promise<number> {
  const http = createServer();
  server.current = http;
  server.accepted = [];
  http.on('connection', (socket: Socket) => server.accepted.push(socket));
  new Connections(http, { inAll: 4, byAddress: 2 }, ({ request, response }) => {
    if (request.url === '/short') return void response.end('short');
    response.setHeader('Content-Type', request.url === '/sound' ? 'audio/mpeg' : 'application/zip');
    const long = Readable.from(Array<Buffer>(1000).fill(piece));
    void pipeline(long, response).catch(() => undefined);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

/** Asks for what it never reads, until no more of it can be sent. */
async function askAndLeave(port: number, path: string): Promise<Socket> {
  const socket = await openRaw(port);
  sockets.push(socket);
  socket.write(requestText(path));
  await sleep(50);
  return socket;
}

const passSeconds = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
const askShort = async (port: number) => (await sendRaw(port, requestText('/short'))).status;

describe('an answer that is not read', () => {
  it('kept its connection from everybody else for two minutes: it gives way to somebody new', async () => {
    const port = await start();
    await askAndLeave(port, '/long');
    await askAndLeave(port, '/long');
    passSeconds(5);
    expect(await askShort(port)).toBe(503);
    // In the first ten seconds all was read that the connection itself can hold.
    passSeconds(20);
    expect(await askShort(port)).toBe(200);
  });

  it('is sound that is paused, which stays for longer', async () => {
    const port = await start();
    await askAndLeave(port, '/sound');
    await askAndLeave(port, '/sound');
    passSeconds(110);
    expect(await askShort(port)).toBe(503);
    passSeconds(15);
    expect(await askShort(port)).toBe(200);
  });

  it('stays where there is room', async () => {
    const port = await start();
    const socket = await askAndLeave(port, '/long');
    passSeconds(60);
    expect([await askShort(port), await askShort(port)]).toEqual([200, 200]);
    expect(socket.destroyed).toBe(false);
    expect(server.accepted[0].destroyed).toBe(false);
  });

  it('was cut after two silences hours apart: they count from when it was last read', async () => {
    const port = await start();
    const socket = await askAndLeave(port, '/long');
    const silence = () => {
      passSeconds(60);
      server.current?.emit('timeout', server.accepted[0]);
      return server.accepted[0].destroyed;
    };
    expect(silence()).toBe(false);
    await once(socket, 'readable');
    for (let read = 0; read < 20_000_000;) {
      read += (socket.read() as Buffer | null)?.length ?? 0;
      await sleep(0);
    }
    expect(silence()).toBe(false);
    expect(silence()).toBe(true);
  });
});
