import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testGate } from '../access/testing/gate.testing';
import { sendJson } from '../http/answers';
import type { ConnectionLimits } from '../http/connections';
import { hearOut, openRaw, requestText, sendRaw } from '../http/testing/rawRequest.testing';
import { createWebServer, type WebServer, type WebServerParts } from './webServer';

const token = 'a-long-enough-secret';
const servers: WebServer[] = [];
const faults: unknown[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.closeWithin(0)));
  expect(faults.splice(0)).toEqual([]);
});

/** A server whose pages tell what they were asked, and how long the body was. */
async function start(parts: Partial<WebServerParts> = {}, accessToken = ''): Promise<number> {
  const server = createWebServer({
    gate: testGate({ ACCESS_TOKEN: accessToken }),
    routes: [],
    pages: async (request, response) => {
      let bytes = 0;
      for await (const piece of request as AsyncIterable<Buffer>) bytes += piece.length;
      sendJson(response, 200, { url: request.url, bytes });
    },
    onFault: (error) => faults.push(error),
    ...parts,
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Key': 'AAAA',
  'Sec-WebSocket-Version': '13',
};
const offer = {
  Connection: 'Upgrade, HTTP2-Settings',
  Upgrade: 'h2c',
  'HTTP2-Settings': 'AAMAAABkAAQCAAAAAAIAAAAA',
};

describe('an upgrade', () => {
  it('was taken without token or name by whoever listened for it, and kept: it is refused, and its connection ends', async () => {
    const port = await start({}, token);
    for (const headers of [
      upgrade,
      { ...upgrade, Host: 'evil.example' },
      { ...upgrade, Upgrade: 'h2c, websocket' },
    ]) {
      const answer = await sendRaw(port, requestText('/', headers));
      expect([answer.status, answer.isClosed]).toEqual([400, true]);
      expect(answer.text).toContain('this server speaks HTTP/1.1 only');
    }
  });

  it('to HTTP/2 is an offer: it is answered in HTTP/1.1, after the gate, and the connection goes on', async () => {
    const port = await start();
    const socket = await openRaw(port);
    socket.write(requestText('/library', offer));
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 200[^]*"url":"\/library"/);
    socket.write(requestText('/films'));
    expect((await hearOut(socket)).text).toMatch(/^HTTP\/1\.1 200[^]*"url":"\/films"/);
    const closed = await start({}, token);
    expect((await sendRaw(closed, requestText('/', offer), 300)).status).toBe(401);
  });

  it('is taken for live pages only from a page of this host, with the token', async () => {
    const take = vi.fn((_request: unknown, socket: { end: (text: string) => void }) => {
      socket.end('taken');
      return true;
    });
    const port = await start({ upgrade: take }, token);
    const signed = { ...upgrade, Authorization: `Bearer ${token}` };
    expect((await sendRaw(port, requestText('/_next/hmr', signed))).text).toBe('taken');
    const own = { ...signed, Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` };
    expect((await sendRaw(port, requestText('/_next/hmr', own))).text).toBe('taken');
    for (const [status, headers] of [
      [401, upgrade],
      [403, { ...signed, Host: 'evil.example' }],
      [403, { ...signed, Origin: 'http://evil.example' }],
      [403, { ...signed, 'Sec-Fetch-Site': 'cross-site' }],
    ] as const) {
      const refused = await sendRaw(port, requestText('/_next/hmr', headers));
      expect([refused.status, refused.isClosed]).toEqual([status, true]);
    }
    expect(
      (await sendRaw(port, requestText('/x', { ...offer, Authorization: `Bearer ${token}` }))).text,
    ).toContain('"url":"/x"');
    expect(take).toHaveBeenCalledTimes(2);
    const long = Buffer.alloc(10_000_000, 'x');
    const pages: WebServerParts['pages'] = (_request, response) =>
      pipeline(Readable.from([long, long]), response);
    const answer = await sendRaw(await start({ upgrade: take, pages }), requestText('/', offer));
    expect([answer.status, answer.isClosed, answer.text.length > 2 * long.length]).toEqual([200, true, true]);
  });
});

describe('what is not a request of HTTP', () => {
  it.each([
    ['nonsense\r\n\r\n', 400],
    ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
  ])('is answered in words, and its connection destroyed: %#', async (text, status) => {
    const answer = await sendRaw(await start(), text);
    expect([answer.status, answer.isClosed]).toEqual([status, true]);
    expect(answer.text).toMatch(/"error":"invalid (request|headers|body)/);
  });

  it('ends where somebody wants a tunnel', async () => {
    const answer = await sendRaw(
      await start(),
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    );
    expect([answer.text, answer.isClosed]).toEqual(['', true]);
  });
});

describe('a malformed address', () => {
  it.each([
    '//',
    '//evil.example/',
    '/..//evil.example',
    '//[',
    'http://[',
    'http://127.0.0.1/',
    '*',
    '/%',
    '/%ff',
    '/%00',
    '/a%2f..%2fb',
    '/\\evil',
    '/a\\b',
    `/${'a'.repeat(9000)}`,
    '/\xff',
  ])('broke the gate and gave a stack before anybody had signed in: %s', async (target) => {
    const answer = await sendRaw(await start({}, token), requestText(target));
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/"error":"invalid (address|request)/);
    expect(answer.text).not.toMatch(/ at .*\.(ts|js)/);
  });

  it('is no address whose dots only lead elsewhere: whoever answers is given what the gate has judged', async () => {
    const port = await start();
    expect((await sendRaw(port, requestText('/a/../library/%2e%2e/films?q=//x#y'))).text).toContain(
      '"url":"/films?q=//x"',
    );
  });
});

describe('a page of another site', () => {
  const foreign = { 'Sec-Fetch-Site': 'cross-site' };
  const visit = { ...foreign, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  it.each([
    ['a link to a page', '/library', visit, 200],
    [
      'a link from another port of this machine',
      '/library',
      { ...visit, 'Sec-Fetch-Site': 'same-site' },
      200,
    ],
    ['its own page', '/api/trpc/x', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['an address typed by hand', '/api/metrics', { 'Sec-Fetch-Site': 'none' }, 200],
    ['a picture', '/icon.svg', { ...foreign, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }, 403],
    [
      'a script',
      '/_next/static/chunks/a.js',
      { ...foreign, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' },
      403,
    ],
    ['a search', '/api/trpc/x', { ...foreign, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }, 403],
    [
      'a search from another port',
      '/api/trpc/x',
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' },
      403,
    ],
    ['a search in a tab', '/api/trpc/x', visit, 403],
    ['data of a page', '/_next/data/x.json', visit, 403],
    ['a frame', '/library', { ...visit, 'Sec-Fetch-Dest': 'iframe' }, 403],
  ])('had its reads worked on: %s', async (_name, target, headers, status) => {
    expect((await sendRaw(await start(), requestText(target, headers))).status).toBe(status);
  });
});

describe('a body', () => {
  const large = 2 ** 20 + 1;
  const post = (headers: Record<string, string>) => requestText('/api/trpc/x', headers, 'POST');

  it('over 1 MB was read as a whole: it is refused by its announced length, before it has come', async () => {
    const answer = await sendRaw(await start(), post({ 'Content-Length': String(large) }));
    expect([answer.status, answer.isClosed]).toEqual([413, true]);
    expect(answer.text).toContain('at most 1048576 are taken here');
  });

  it('over 1 MB that does not announce its length is refused as it comes, and the answer is heard', async () => {
    const port = await start();
    const chunk = `40000\r\n${'x'.repeat(0x40000)}\r\n`;
    const answer = await sendRaw(port, post({ 'Transfer-Encoding': 'chunked' }) + chunk.repeat(8));
    expect([answer.status, answer.isClosed]).toEqual([413, true]);
    const small = await sendRaw(port, post({ 'Transfer-Encoding': 'chunked' }) + chunk + '0\r\n\r\n');
    expect(small.text).toContain('"bytes":262144');
  });

  it('is asked for only when it will be taken', async () => {
    const port = await start({}, token);
    const waiting = { Expect: '100-continue', 'Content-Length': '3', Connection: 'keep-alive' };
    expect((await sendRaw(port, post(waiting))).text).toMatch(/^HTTP\/1\.1 401/);
    const socket = await openRaw(port);
    socket.write(post({ ...waiting, Authorization: `Bearer ${token}` }));
    const [asked] = (await once(socket, 'data')) as [Buffer];
    expect(asked.toString()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.write('abc');
    expect((await hearOut(socket, 300)).text).toContain('"bytes":3');
  });

  it('that is left unread ends the connection with the answer: what follows is no request', async () => {
    const port = await start({ pages: (_request, response) => Promise.resolve(sendJson(response, 200, {})) });
    const socket = await openRaw(port);
    socket.write(post({ 'Content-Length': '100000', Connection: 'keep-alive' }));
    const answer = await hearOut(socket);
    expect([answer.status, answer.isClosed]).toEqual([200, true]);
    expect(answer.text).toContain('Connection: close');
  });

  it('of a file has no such limit, and keeps its connection', async () => {
    const sent = 3 * 2 ** 20;
    const routes: WebServerParts['routes'] = [
      {
        path: /^\/api\/upload$/,
        may: 'anybody',
        body: 'file',
        handle: async (request, response) => {
          let bytes = 0;
          for await (const piece of request as AsyncIterable<Buffer>) bytes += piece.length;
          sendJson(response, 200, { bytes });
        },
      },
    ];
    const head = requestText(
      '/api/upload',
      { 'Content-Length': String(sent), Connection: 'keep-alive' },
      'PUT',
    );
    const answer = await sendRaw(await start({ routes }), head + 'x'.repeat(sent), 1000);
    expect(answer.text).toContain(`"bytes":${sent}`);
    expect([answer.isClosed, answer.text.includes('Connection: close')]).toEqual([false, false]);
  });

  it('that stalls held its connection for ever: it is told so, and cut', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const port = await start();
    const socket = await openRaw(port);
    socket.write(post({ 'Content-Length': '1000' }) + 'x');
    const heard = hearOut(socket);
    await sleep(100);
    vi.advanceTimersByTime(29_000);
    vi.advanceTimersByTime(2000);
    const answer = await heard;
    expect([answer.status, answer.isClosed]).toEqual([408, true]);
    expect(answer.text).toContain('it comes too slowly');
  });
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
    expect(await connectionsOf(servers[0])).toBeLessThanOrEqual(20);
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

  it('ends with the server, whatever it is at, and within the grace it is given', async () => {
    const pages: WebServerParts['pages'] = () => new Promise(() => undefined);
    const port = await start({ pages });
    const sockets = await openMany(port, 30);
    for (const socket of sockets.slice(0, 10)) socket.write(requestText('/'));
    for (const socket of sockets.slice(10, 20)) socket.write('GET / HTTP/1.1\r\n');
    const heard = Promise.all(sockets.map((socket) => hearOut(socket, 3000)));
    await sleep(100);
    const [server] = servers.splice(0);
    await server.closeWithin(200);
    expect((await heard).map(({ isClosed }) => isClosed)).toEqual(Array(30).fill(true));
  });
});

function connectionsOf(server: WebServer): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
