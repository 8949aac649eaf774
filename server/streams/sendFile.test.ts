import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendError } from '../http/answers';
import { sendFile } from './sendFile';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-send-'));
const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => (7 * i) % 256));
let server: Server;
let address: string;
let path: string;

beforeAll(async () => {
  path = join(folder, 'über 100 %.mp3');
  writeFileSync(path, bytes);
  server = createServer((request, response) => {
    sendFile(request, response, { path, mediaType: 'audio/mpeg' }).catch((error: unknown) =>
      sendError(response, error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asked by node:http, since fetch adds headers of its own to questions about versions. */
function ask(headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status?: number; body: Buffer; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const asked = request(address, { headers, method }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, body: Buffer.concat(pieces), headers: answer.headers }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('sendFile', () => {
  it('sends the whole with its length and type, and says that it can send parts', async () => {
    const { status, body, headers } = await ask();
    expect(status).toBe(200);
    expect(body.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-length': '1000',
      'content-type': 'audio/mpeg',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
    });
  });

  it('sends the head alone when asked for it', async () => {
    const { status, body, headers } = await ask({}, 'HEAD');
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, '1000']);
    expect(headers.etag).toMatch(/"/);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    ['bytes=990-', 990, 1000],
    ['bytes=-5', 995, 1000],
    ['bytes=500-5000', 500, 1000],
  ])('sends the part that is asked for: %s', async (range, from, to) => {
    const { status, body, headers } = await ask({ range });
    expect([status, headers['content-range']]).toEqual([206, `bytes ${from}-${to - 1}/1000`]);
    expect(body.equals(bytes.subarray(from, to))).toBe(true);
    const head = await ask({ range }, 'HEAD');
    expect([head.status, head.headers['content-length']]).toEqual([206, String(to - from)]);
  });

  it.each(['bytes=1000-', 'bytes=2000-3000'])(
    'answers a part after the end by 416 and the length, without a body: %s',
    async (range) => {
      const { status, body, headers } = await ask({ range });
      expect([status, body.length]).toEqual([416, 0]);
      expect(headers).toMatchObject({ 'content-range': 'bytes */1000', 'content-length': '0' });
      expect(headers).not.toHaveProperty('content-type');
    },
  );

  it.each(['bytes=0-1,10-11', 'lines=1-2', 'bytes=b-a'])(
    'sends the whole where it does not know the kind of part: %s',
    async (range) => {
      const { status, body } = await ask({ range });
      expect([status, body.length]).toEqual([200, 1000]);
    },
  );

  it('sends a part only of the version that is had, and nothing of one that is had whole', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await ask({}, 'HEAD')).headers;
    const range = 'bytes=10-19';
    for (const known of [etag, modified])
      expect(await ask({ range, 'if-range': known })).toMatchObject({ status: 206 });
    for (const other of ['"another"', new Date(statSync(path).mtimeMs - 60_000).toUTCString()])
      expect(await ask({ range, 'if-range': other })).toMatchObject({ status: 200 });
    const same = await ask({ 'if-none-match': etag });
    expect([same.status, same.body.length]).toEqual([304, 0]);
    const another = await ask({ 'if-match': '"another"' });
    expect([another.status, another.body.length]).toEqual([412, 0]);
  });

  it('is refused in words where the file is gone, or a folder now', async () => {
    const [before, gone] = [path, join(folder, 'gone.mp3')];
    path = gone;
    const missing = await ask();
    expect(missing.status).toBe(404);
    expect(JSON.parse(missing.body.toString())).toEqual({
      error: 'the file is gone from disk: put it back, or remove the track',
      code: 'not-found',
    });
    mkdirSync(gone);
    expect(await ask()).toMatchObject({ status: 404 });
    path = before;
  });
});
