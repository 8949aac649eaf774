import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { sendJson } from '../http/answers';
import { requestText, sendRaw } from '../http/testing/rawRequest.testing';
import { TestWebServers } from './testing/webServers.testing';
import type { WebServerParts } from './webServer';

const servers = new TestWebServers();
const start = (...given: Parameters<TestWebServers['start']>) => servers.start(...given);

afterEach(async () => {
  await servers.close();
  expect(servers.faults.splice(0)).toEqual([]);
});

describe('what is not a request of HTTP', () => {
  it.each([
    ['nonsense\r\n\r\n', 400],
    ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
    [
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(17_000)}\r\n`,
      413,
    ],
  ])('is answered in words, and its connection destroyed: %#', async (text, status) => {
    const answer = await sendRaw(await start(), text);
    expect([answer.status, answer.isClosed]).toEqual([status, true]);
    expect(answer.text).toMatch(/"error":"invalid (request|headers|body)/);
  });

  it('was answered to the request before it, whose own answer was then told as a fault of ours', async () => {
    const pages: WebServerParts['pages'] = async (_request, response) => {
      await sleep(20);
      sendJson(response, 200, { done: true });
    };
    const port = await start({ pages });
    const valid =
      requestText('/api/trpc/x', { Connection: 'keep-alive', 'Content-Length': '2' }, 'POST') + '{}';
    for (const text of [
      `${valid}nonsense\r\n\r\n`,
      `${requestText('/')}nonsense\r\n\r\n`,
      `${valid}${valid}\0\r\n`,
    ]) {
      const answer = await sendRaw(port, text);
      expect([answer.status, answer.isClosed]).toEqual([200, true]);
      expect(answer.text).toContain('"done":true');
      expect(answer.text).not.toContain('400');
    }
  });

  it('in the midst of a body refuses the request, whatever becomes of its work', async () => {
    const routes: WebServerParts['routes'] = [
      {
        path: /^\/hasty$/,
        may: 'anybody',
        body: 'file',
        handle: async (_request, response) => {
          await sleep(20);
          sendJson(response, 200, {});
        },
      },
    ];
    const broken = requestText('/hasty', { 'Transfer-Encoding': 'chunked' }, 'POST') + '2\r\nabc';
    const answer = await sendRaw(await start({ routes }), broken);
    expect([answer.status, answer.isClosed]).toEqual([400, true]);
    expect(answer.text).toMatch(/"error":"invalid request[^]*}$/);
  });

  it('ends where somebody wants a tunnel', async () => {
    const answer = await sendRaw(
      await start(),
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    );
    expect([answer.text, answer.isClosed]).toEqual(['', true]);
  });
});
