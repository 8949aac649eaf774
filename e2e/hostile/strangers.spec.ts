import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { hearOut, openRaw, requestText, sendRaw } from '@/server/http/testing/rawRequest.testing';
import { startServer, type OwnServer } from '../support/ownServer';

/*
 * What strangers sent to the door of a real server that may have 256 files open: each attack that once made it
 * unreachable, slow or talkative, in its short form. The long form is the bench `hostile`.
 */

const token = 'a token of the hostile test';
const signed = { Authorization: `Bearer ${token}` };
const folder = mkdtempSync(join(tmpdir(), 'circumplex-hostile-'));
let server: OwnServer;

const start = (port = 0) =>
  startServer({ DATA_DIR: folder, ACCESS_TOKEN: token, PORT: String(port) }, { openFiles: 256 });
const get = (path: string, headers: Record<string, string> = {}) =>
  sendRaw(server.port, requestText(path, headers));

test.beforeAll(async () => {
  server = await start();
  // A first page: by it Next hung its own listener on the server.
  expect((await get('/sign-in')).status).toBe(200);
});

test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('124 upgrades without a token are refused, closed, and leave the door open', async () => {
  const upgrade = { Host: 'evil.example', Connection: 'Upgrade', Upgrade: 'websocket' };
  const answers = await Promise.all(Array.from({ length: 124 }, () => get('/', upgrade)));
  const heard = answers.filter(({ status }) => status > 0);
  expect(answers.every(({ isClosed }) => isClosed)).toBe(true);
  // Of a crowd beyond what one address may have, some are closed before they could be answered.
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.filter(({ status }) => status !== 400 && status !== 503)).toEqual([]);
  expect((await get('/sign-in')).status).toBe(200);
});

test('an offer of HTTP/2, as curl --http2 makes it, is answered in HTTP/1.1 behind the gate', async () => {
  const offer = {
    Connection: 'Upgrade, HTTP2-Settings',
    Upgrade: 'h2c',
    'HTTP2-Settings': 'AAMAAABkAAQCAAAAAAIAAAAA',
  };
  const socket = await openRaw(server.port);
  socket.write(requestText('/api/health', { ...offer, ...signed }));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200/);
  socket.write(requestText('/api/health', signed));
  // What is left of the first answer may come before the second.
  expect((await hearOut(socket)).text).toContain('HTTP/1.1 200');
  const refused = await openRaw(server.port);
  refused.write(requestText('/api/health', offer));
  expect((await hearOut(refused, 300)).status).toBe(401);
});

test('malformed addresses are answered 400 in words, before anybody has signed in', async () => {
  const targets = [
    '//',
    '//evil.example/',
    '/..//evil.example',
    'http://[',
    'http://evil.example/',
    '*',
    '/%',
    '/%ff',
  ];
  const others = [
    '/%00',
    '/_next/static/..%2f..%2fpackage.json',
    '/\\evil.example',
    `/${'a'.repeat(9000)}`,
    '/a b',
  ];
  for (const target of [...targets, ...others]) {
    const answer = await get(target);
    expect(answer.status, target).toBe(400);
    expect(answer.text, target).toMatch(/"error":"invalid (address|request)/);
  }
  expect((await get('/sign-in?next=%ff&%=%')).status).toBe(200);
  expect(server.output()).not.toMatch(/\n\s+at /);
});

test('pages of other sites may be opened, and have nothing worked on', async () => {
  const foreign = { 'Sec-Fetch-Site': 'cross-site', ...signed };
  const visit = { ...foreign, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  expect((await get('/library', visit)).status).toBe(200);
  for (const path of ['/api/trpc/catalogue.summary', '/api/metrics', '/api/audio/1', '/_next/static/x.js'])
    expect((await get(path, visit)).status, path).toBe(403);
  expect(
    (await get('/library', { ...foreign, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' })).status,
  ).toBe(403);
});

test('bodies over 1 MB are refused in words at every door that takes no files', async () => {
  const chunk = `40000\r\n${'x'.repeat(0x40000)}\r\n`;
  for (const path of ['/api/trpc/catalogue.tracks', '/library', '/api/sign-in']) {
    const declared = requestText(path, { ...signed, 'Content-Length': '480000000' }, 'POST');
    const undeclared = requestText(path, { ...signed, 'Transfer-Encoding': 'chunked' }, 'POST');
    for (const text of [declared + 'x'.repeat(100_000), undeclared + chunk.repeat(6)]) {
      const answer = await sendRaw(server.port, text);
      expect([answer.status, answer.isClosed], path).toEqual([413, true]);
      expect(answer.text, path).toContain('"code":"too-large"');
    }
  }
  const small = requestText('/api/sign-in', { 'Transfer-Encoding': 'chunked' }, 'POST');
  const body = JSON.stringify({ token });
  const answer = await sendRaw(server.port, `${small}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  expect(answer.text).toContain('"signedIn":true');
});

test('garbage behind a request is told as no fault of ours, and its own answer is heard', async () => {
  const body = '{}';
  const headers = { Connection: 'keep-alive', 'Content-Length': String(body.length) };
  const answer = await sendRaw(
    server.port,
    `${requestText('/api/sign-in', headers, 'POST')}${body}nonsense\r\n\r\n`,
  );
  expect([answer.status, answer.isClosed]).toEqual([400, true]);
  expect(answer.text).toContain('invalid');
  expect(answer.text).not.toContain('not HTTP/1.1');
  expect(server.output()).not.toContain('a request met a fault');
});

test('no page is made for what is none, nor for what is asked of a file', async () => {
  expect((await get('/favicon.ico')).status).toBe(401);
  expect((await get('/api/nothing', signed)).text).toContain('nothing is answered there');
  const script = /\/_next\/static\/[^"]+\.js/.exec((await get('/sign-in')).text)?.[0] ?? '';
  const conditions = { Range: 'bytes=999999999-', 'If-Match': '"none"' };
  expect((await get(script, conditions)).text).toMatch(/^HTTP\/1\.1 200[^]*javascript/);
  expect((await get('/_next/static/none.js')).text).toMatch(/^HTTP\/1\.1 404[^]*text\/plain/);
  for (const path of [script, '/sign-in'])
    expect((await sendRaw(server.port, requestText(path, {}, 'POST'))).status, path).toBe(400);
});

test('what is private is not kept on its way', async () => {
  for (const path of [
    '/',
    '/library',
    '/api/health',
    '/api/metrics',
    '/api/trpc/catalogue.summary',
    '/nothing',
    '/%',
  ])
    expect((await get(path, signed)).text, path).toMatch(/cache-control: [^\n]*(no-store|private)/i);
  const page = (await get('/sign-in')).text;
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? '';
  expect((await get(script)).text).toMatch(/cache-control: public, max-age=31536000, immutable/i);
});

test('half a thousand connections that say nothing, or too little, keep nobody out', async () => {
  const sockets = await Promise.all(Array.from({ length: 500 }, () => openRaw(server.port)));
  for (const socket of sockets.slice(250))
    socket.write('POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Le');
  for (let round = 0; round < 5; round++) expect((await get('/api/health', signed)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test('headers that do not end are given up in words', async () => {
  const answer = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ', 25_000);
  expect([answer.status, answer.isClosed]).toEqual([408, true]);
});

test('the data directory lets in nobody but its owner', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('it closes within five seconds whatever hangs on it, and starts again at once', async () => {
  const sockets = await Promise.all(Array.from({ length: 30 }, () => openRaw(server.port)));
  const stalled = requestText('/api/upload?name=a.wav', { ...signed, 'Content-Length': '1000000' }, 'PUT');
  const beginnings = ['', 'GET / HTTP/1.1\r\n', stalled + 'x', requestText('/', { Upgrade: 'websocket' })];
  for (const [index, socket] of sockets.entries()) socket.write(beginnings[index % beginnings.length]);
  const heard = Promise.all(sockets.map((socket) => hearOut(socket, 8000)));
  const { code, seconds } = await server.stop();
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(5);
  expect((await heard).every(({ isClosed }) => isClosed)).toBe(true);
  server = await start(server.port);
  expect((await get('/api/health', signed)).status).toBe(200);
});
