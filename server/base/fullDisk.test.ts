import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../analysis/failureOf';
import { plainFault } from '../cli/plainFault';
import { sendError, sendJson } from '../http/answers';
import { errorAnswer } from '../http/errorAnswer';
import { receiveBytes } from '../research/studies/files/receiveBytes';
import { mountSmallDisk } from '@/db/testing/smallDisk.testing';

const words = 'the disk is full: free some space';
const full = (code: string) => Object.assign(new Error('ENOSPC: /secret/path, write'), { code });
const asQuery = (cause: Error) => new Error('Failed query: insert into "tracks" …', { cause });

describe('a full disk', () => {
  it.each([full('ENOSPC'), full('EDQUOT'), asQuery(full('53100'))])(
    'is told as such at every door: %s',
    (error) => {
      expect(errorAnswer(error)).toEqual({ status: 413, document: { error: words, code: 'too-large' } });
      expect(plainFault(error)).toBe(words);
      expect(failureOf(error)).toEqual({ kind: 'failed', code: 'too-large', reason: words });
    },
  );

  it('is not what another fault of the database is, whose text stays with us', () => {
    const fault = asQuery(Object.assign(new Error('value "3" of "secret"'), { code: '22003' }));
    expect(plainFault(fault)).toBe('the database met an unexpected fault (SQLSTATE 22003)');
    expect(errorAnswer(fault).document.error).not.toMatch(/secret|insert/);
  });
});

const disk = mountSmallDisk(1024);
afterAll(() => disk?.remove());

describe.skipIf(disk === null)(
  'an upload for which the disk fills up midway (needs the right to mount)',
  () => {
    let server: Server;
    let port: number;
    const folder = join(disk?.folder ?? '', 'study');
    beforeAll(async () => {
      server = createServer((incoming, response) => {
        const declaredBytes = Number(incoming.headers['content-length']);
        const place = { folder, path: join(folder, 'a.bin'), name: 'a.bin' };
        receiveBytes({ declaredBytes, body: incoming, keptFreeBytes: 0 }, place).then(
          (bytes) => sendJson(response, 200, { bytes }),
          (error: unknown) => sendError(response, error),
        );
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    });
    afterAll(() => server.close());

    it('tells its sender so while it still sends, and leaves nothing', async () => {
      const length = 800 * 1024;
      const upload = request({ port, method: 'PUT', headers: { 'content-length': length } });
      const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
      upload.write(Buffer.alloc(100 * 1024));
      await expect.poll(() => readdirSync(folder)).toContain('incoming');
      writeFileSync(join(disk!.folder, 'of another program'), Buffer.alloc(700 * 1024));
      for (let sent = 100 * 1024; sent < length; sent += 50 * 1024) {
        upload.write(Buffer.alloc(50 * 1024));
        await sleep(5);
      }
      upload.end();
      const [response] = await answered;
      const text = (await response.toArray()).join('');
      expect([response.statusCode, JSON.parse(text)]).toEqual([413, { error: words, code: 'too-large' }]);
      expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
      expect(readdirSync(folder)).toEqual(['incoming']);
    });
  },
);
