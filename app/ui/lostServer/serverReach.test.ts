import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { soundRemedy } from '../player/soundRemedy';
import { ServerReach } from './serverReach';

let server: Server | undefined;
let port = 0;
const ask = globalThis.fetch;

/** A server that answers for the page's; it refuses all that is asked of track 2. */
async function start(): Promise<void> {
  server = createServer((request, response) => {
    const isRefused = request.url?.startsWith('/api/audio/2') ?? false;
    response
      .writeHead(isRefused ? 404 : 200, { connection: 'close' })
      .end(isRefused ? '{"error":"the file is gone"}' : 'x');
  });
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  // Browsers ask the server that the page came from.
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => ask(`http://127.0.0.1:${port}${path}`, init));
}

const stop = () =>
  new Promise((resolve) => {
    server?.closeAllConnections();
    server?.close(resolve);
  });

afterEach(async () => {
  await stop();
  vi.unstubAllGlobals();
});

describe('ServerReach', () => {
  it('knows that the server is lost, and lets others wait until it is back', async () => {
    await start();
    const reach = new ServerReach();
    expect([await reach.check(), reach.isLost()]).toEqual([true, false]);
    await reach.untilBack();
    await stop();
    const told: boolean[] = [];
    reach.subscribe(() => told.push(reach.isLost()));
    expect([await reach.check(), reach.isLost()]).toEqual([false, true]);
    const back = reach.untilBack();
    await start();
    reach.tryNow();
    await back;
    expect([reach.isLost(), told]).toEqual([false, [true, false]]);
  });
});

describe('what is done about a sound that does not play', () => {
  const fault = { code: 4, title: 'Air', position: 61 };

  it('is to convert it, and to say so where that does not help', async () => {
    await start();
    const converted = '/api/audio/1?as=wav';
    expect(await soundRemedy({ ...fault, source: '/api/audio/1' })).toEqual({
      kind: 'convert',
      source: converted,
    });
    expect(await soundRemedy({ ...fault, source: converted })).toEqual({
      kind: 'tell',
      words: '“Air” cannot be played by this browser.',
    });
    expect(await soundRemedy({ ...fault, code: 3, source: converted })).toMatchObject({
      words: 'The file is damaged at 1:01 and cannot be played on from there.',
    });
  });

  it('is to say what the server says', async () => {
    await start();
    expect(await soundRemedy({ ...fault, source: '/api/audio/2' })).toEqual({
      kind: 'tell',
      words: '“Air” cannot be played: the file is gone',
    });
  });

  it('is to wait while nobody answers', async () => {
    await start();
    await stop();
    expect(await soundRemedy({ ...fault, source: '/api/audio/1' })).toEqual({ kind: 'wait' });
  });
});
