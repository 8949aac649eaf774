import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendJson } from '../http/answers';
import { requestText, sendRaw } from '../http/testing/rawRequest.testing';
import { pagesInTurn } from './pagesInTurn';
import { TestWebServers } from './testing/webServers.testing';

const token = 'a-long-enough-secret';
const signed = { Authorization: `Bearer ${token}` };
const servers = new TestWebServers();
let atOnce = 0;
let mostAtOnce = 0;
let made: IncomingMessage[] = [];

beforeEach(() => {
  made = [];
  mostAtOnce = 0;
});
afterEach(async () => {
  await servers.close();
  expect(servers.faults.splice(0)).toEqual([]);
});

/** Pages that take a while, and note how many are made at once. */
async function makePage(request: IncomingMessage, response: Parameters<typeof sendJson>[0]): Promise<void> {
  made.push(request);
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  await sleep(5);
  atOnce--;
  sendJson(response, 200, {});
}

async function askAll(paths: string[], headers = {}): Promise<number[]> {
  const port = await servers.start({ pages: makePage }, token);
  const answers = await Promise.all(paths.map((path) => sendRaw(port, requestText(path, headers))));
  return answers.map(({ status }) => status);
}

describe('a page', () => {
  it.each([
    '/x.y',
    '/tracks/1.x',
    '/favicon.ico',
    '/screenshots/none.png',
    '/_next/image',
    '/_next/data/build/x.json',
  ])('was made beside all others where its name looked like a file: %s takes its turn', async (path) => {
    expect(await askAll([path, '/library', path], signed)).toEqual([200, 200, 200]);
    expect(mostAtOnce).toBe(1);
  });

  it('that is none was made for strangers who ask for a favicon: only signing in is open to them', async () => {
    expect(await askAll(['/favicon.ico', '/x.y', '/_next/image', '/join', '/sign-in'])).toEqual([
      401, 401, 401, 200, 200,
    ]);
    expect(made.map(({ url }) => url).sort()).toEqual(['/join', '/sign-in']);
  });

  it('behind /api that is nothing was made all the same: it is refused in words', async () => {
    expect(await askAll(['/api/nothing', '/api/trpc/a/b', '/api/'], signed)).toEqual([404, 404, 404]);
    expect(made).toEqual([]);
  });

  it('takes nothing: what strangers sent it, slowly, held the turn of everybody else', async () => {
    const port = await servers.start({ pages: makePage }, token);
    for (const path of ['/sign-in', '/_next/static/a.js', '/icon.svg'])
      expect((await sendRaw(port, requestText(path, {}, 'POST'))).status).toBe(400);
    expect(made).toEqual([]);
  });

  it('waits for no small answer, nor for files of the build, which are whole whatever is asked of them', async () => {
    const conditions = { Range: 'bytes=999-', 'If-Match': 'x', 'If-Unmodified-Since': 'x' };
    const paths = ['/_next/static/a.js', '/icon.svg', '/api/trpc/x', '/api/tracks/1/curve.csv'];
    expect(await askAll(paths, { ...signed, ...conditions })).toEqual([200, 200, 200, 200]);
    expect(mostAtOnce).toBe(4);
    const [file] = made.filter(({ url }) => url === '/_next/static/a.js');
    expect(file.headers).not.toHaveProperty('range');
    expect(file.headers).not.toHaveProperty('if-match');
  });
});

it('a class behind one address had the ninth of it told in JSON: all of it is let in, and a browser asks again', async () => {
  expect(await askAll(Array<string>(30).fill('/join'))).toEqual(Array(30).fill(200));
  const pages = pagesInTurn(makePage, { isDevelopment: false, limits: { inAll: 1, byAsker: 1 } });
  const port = await servers.start({ routes: [{ path: /^\/busy$/, may: 'anybody', handle: pages }] });
  const asked = Array.from({ length: 2 }, () => sendRaw(port, requestText('/busy', { Accept: 'text/html' })));
  const [waits] = (await Promise.all(asked)).filter(({ status }) => status === 429);
  expect(waits.text).toMatch(/text\/html[^]*Retry-After: 2[^]*http-equiv="refresh"/);
});
