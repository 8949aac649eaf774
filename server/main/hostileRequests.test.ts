import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendJson } from '../http/answers';
import { hearOut, openRaw, requestText, sendRaw } from '../http/testing/rawRequest.testing';
import { TestWebServers } from './testing/webServers.testing';
import type { WebServerParts } from './webServer';

const token = 'a-long-enough-secret';
const servers = new TestWebServers();
const start = (...given: Parameters<TestWebServers['start']>) => servers.start(...given);

afterEach(async () => {
  vi.useRealTimers();
  await servers.close();
  expect(servers.faults.splice(0)).toEqual([]);
});

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
  const embedded = { ...foreign, 'Sec-Fetch-Mode': 'no-cors' };
  const statusOf = async (target: string, headers: Record<string, string>) =>
    (await sendRaw(await start(), requestText(target, headers))).status;

  it('opens pages by a link, as a person does who types an address, and this site asks itself', async () => {
    expect(await statusOf('/library', visit)).toBe(200);
    expect(await statusOf('/library', { ...visit, 'Sec-Fetch-Site': 'same-site' })).toBe(200);
    expect(await statusOf('/api/trpc/x', { 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await statusOf('/api/tracks/1/curve.csv', { 'Sec-Fetch-Site': 'none' })).toBe(200);
  });

  it.each([
    ['a picture: /icon.svg', { ...embedded, 'Sec-Fetch-Dest': 'image' }],
    ['a script: /_next/static/chunks/a.js', { ...embedded, 'Sec-Fetch-Dest': 'script' }],
    ['a search: /api/trpc/x', { ...foreign, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
    ['a search from another port: /api/trpc/x', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' }],
    ['a search in a tab: /api/trpc/x', visit],
    ['data of a page: /_next/data/x.json', visit],
    ['a frame: /library', { ...visit, 'Sec-Fetch-Dest': 'iframe' }],
  ])('had its reads worked on: %s', async (name, headers) => {
    expect(await statusOf(name.split(': ')[1], headers as Record<string, string>)).toBe(403);
  });
});

it('a connection ended after 5 s, under the request that came on it then: it outlasts what clients keep', async () => {
  const answer = await sendRaw(await start(), requestText('/', { Connection: 'keep-alive' }), 300);
  expect(answer.text).toContain('Keep-Alive: timeout=65');
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

  it('of a film with all its markers is taken whole, up to a limit of its own', async () => {
    const port = await start();
    const address = '/api/trpc/film.projects.save';
    const ask = (bytes: number) => requestText(address, { 'Content-Length': String(bytes) }, 'POST');
    const whole = 3 * 2 ** 20;
    const taken = await sendRaw(port, ask(whole) + 'x'.repeat(whole));
    expect(taken.text).toContain(`"bytes":${whole}`);
    expect((await sendRaw(port, ask(8 * 2 ** 20 + 1))).status).toBe(413);
  });

  it('of a stranger could be a megabyte on every connection: names and passwords are short', async () => {
    const port = await start({}, token);
    const ask = (path: string, headers: Record<string, string>) =>
      sendRaw(
        port,
        requestText(path, { 'Content-Length': '70000', ...headers }, 'POST') + 'x'.repeat(70_000),
      );
    expect((await ask('/api/sign-in', {})).status).toBe(413);
    expect((await ask('/api/trpc/x', { Authorization: `Bearer ${token}` })).text).toContain('"bytes":70000');
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
    const handle: WebServerParts['pages'] = (_request, response) =>
      Promise.resolve(sendJson(response, 200, {}));
    const port = await start({ routes: [{ path: /^\/api\/trpc/, may: 'anybody', body: 'file', handle }] });
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

  it('that came whole after it was refused had its deed done, and the answer told as a fault', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const done = vi.fn<WebServerParts['pages']>(() => Promise.resolve());
    const port = await start({ pages: done });
    const socket = await openRaw(port);
    socket.write(post({ 'Content-Length': '2' }) + 'x');
    const heard = hearOut(socket);
    await sleep(50);
    vi.advanceTimersByTime(31_000);
    await sleep(50);
    socket.write('x');
    expect((await heard).status).toBe(408);
    expect(done).not.toHaveBeenCalled();
  });
});
