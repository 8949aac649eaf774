import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendJson } from '../http/answers';
import type { ConnectionLimits } from '../http/connections';
import { hearOut, openRaw, requestText, sendRaw } from '../http/testing/rawRequest.testing';
import { TestWebServers } from './testing/webServers.testing';
import type { WebServerParts } from './webServer';

const servers = new TestWebServers();
const start = (parts: Partial<WebServerParts>) => servers.start(parts);

afterEach(async () => {
  await servers.close();
  expect(servers.faults.splice(0)).toEqual([]);
});

describe('a crowd of connections', () => {
  const limits: ConnectionLimits = { inAll: 40, byAddress: 20 };
  const openMany = (port: number, count: number) =>
    Promise.all(Array.from({ length: count }, () => openRaw(port)));

  it('that says nothing, or half of it, gives way to whoever asks', async () => {
    const port = await start({ limits });
    const silent = await openMany(port, 60);
    for (const socket of silent.slice(30)) socket.write('GET / HTTP/1.1\r\nHost: 127');
    await sleep(100);
    for (let round = 0; round < 5; round++) expect((await sendRaw(port, requestText('/'))).status).toBe(200);
    expect(await servers.connections()).toBeLessThanOrEqual(20);
    for (const socket of silent) socket.destroy();
  });

  it('that is at work is left to it, and whoever comes is told to wait', async () => {
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (finish = resolve));
    const pages: WebServerParts['pages'] = async (_request, response) => {
      await done;
      sendJson(response, 200, {});
    };
    const port = await start({ limits, pages });
    const busy = Array.from({ length: 20 }, () => sendRaw(port, requestText('/')));
    await sleep(200);
    const refused = await sendRaw(port, requestText('/'));
    expect([refused.status, refused.isClosed]).toEqual([503, true]);
    expect(refused.text).toContain('too many connections');
    finish();
    expect((await Promise.all(busy)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await sendRaw(port, requestText('/'))).status).toBe(200);
  });

  it('does not send a hundred requests ahead on one of them', async () => {
    const pages: WebServerParts['pages'] = () => new Promise(() => undefined);
    const answer = await sendRaw(
      await start({ pages }),
      requestText('/', { Connection: 'keep-alive' }).repeat(100),
    );
    expect([answer.text, answer.isClosed]).toEqual(['', true]);
  });

  it('had eight files open on each of them: what is sent ahead waits until those before it are answered', async () => {
    let open = 0;
    let mostOpen = 0;
    const pages: WebServerParts['pages'] = async (request, response) => {
      mostOpen = Math.max(mostOpen, ++open);
      response.once('close', () => open--);
      await sleep(10);
      sendJson(response, 200, { url: request.url });
    };
    const port = await start({ pages });
    const ask = (name: string) => requestText(`/${name}`, { Connection: 'keep-alive' });
    const answer = await sendRaw(port, [...'abcdefg'].map(ask).join('') + requestText('/h'));
    expect([...answer.text.matchAll(/"url":"\/(\w)"/g)].map(([, name]) => name).join('')).toBe('abcdefgh');
    expect(mostOpen).toBe(1);
  });

  it('is not worked on for a connection that has ended', async () => {
    const begun: string[] = [];
    const pages: WebServerParts['pages'] = async (request, response) => {
      begun.push(request.url ?? '');
      await sleep(100);
      sendJson(response, 200, {});
    };
    const port = await start({ pages });
    await sendRaw(port, requestText('/last') + requestText('/behind'));
    const socket = await openRaw(port);
    socket.write(requestText('/left', { Connection: 'keep-alive' }).repeat(3));
    await vi.waitFor(() => expect(begun).toContain('/left'), { interval: 5 });
    socket.destroy();
    await sleep(150);
    expect(begun).toEqual(['/last', '/left']);
  });

  it('ends with the server, whatever it is at, and within the grace it is given', async () => {
    const pages: WebServerParts['pages'] = () => new Promise(() => undefined);
    const port = await start({ pages });
    const sockets = await openMany(port, 30);
    for (const socket of sockets.slice(0, 10)) socket.write(requestText('/'));
    for (const socket of sockets.slice(10, 20)) socket.write('GET / HTTP/1.1\r\n');
    const heard = Promise.all(sockets.map((socket) => hearOut(socket, 3000)));
    await sleep(100);
    await servers.close(200);
    expect((await heard).map(({ isClosed }) => isClosed)).toEqual(Array(30).fill(true));
  });
});
