import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { files, jobs } from '@/db/schema';
import { fixture } from '@/ml/audio/testing/decode.testing';
import { writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';
import { testGate } from '../access/testing/gate.testing';
import { dressAs } from '../base/testing/importedFile.testing';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { openTestLibrary, type TestLibrary } from '../catalogue/testing/library.testing';
import { readSettings } from '../base/settings';
import type { JobRunner } from '../jobs/jobRunner';
import { provideServices, type Services } from '../services';
import { streamRoutes } from './streamRoutes';
import { createWebServer } from './webServer';

let library: TestLibrary;
let server: Server;
let address: string;
let woken = 0;
const faults: unknown[] = [];

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(join(library.folder, 'one.wav'));
  await library.import();
  const settings = readSettings({ DATA_DIR: library.dataDirectory });
  const runner = { wake: () => void woken++ } as JobRunner;
  provideServices({ settings, database: library.database, runner } as Services);
  server = createWebServer({
    gate: testGate(),
    routes: streamRoutes(),
    pages: (_, response) => Promise.resolve(void response.writeHead(204).end()),
    onFault: (error) => faults.push(error),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await library.close();
});

const refused = async (path: string, init?: RequestInit) => {
  const answer = await fetch(`${address}${path}`, init);
  return [answer.status, ((await answer.json()) as { error: string }).error];
};

describe('/api/audio', () => {
  it('sends a track’s file, or a part of it', async () => {
    const file = readFileSync(join(library.folder, 'one.wav'));
    const whole = await fetch(`${address}/api/audio/1`);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(whole.headers.get('content-length')).toBe(String(file.length));
    expect(Buffer.from(await whole.arrayBuffer()).equals(file)).toBe(true);
    const part = await fetch(`${address}/api/audio/1`, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(100, 200))).toBe(true);
  });

  it('refuses in words, also what is no address of it', async () => {
    expect(await refused('/api/audio/99')).toEqual([404, 'invalid trackId: 99 (no file of it is on disk)']);
    expect(await refused('/api/audio/1', { method: 'POST' })).toEqual([
      400,
      'invalid method: POST (use GET)',
    ]);
    for (const path of ['/api/audio/x', '/api/audio/1/2', '/api/audio'])
      expect(await refused(path)).toEqual([404, `invalid address: ${path} (nothing is answered there)`]);
  });
});

describe('/api/tracks/ID/cover', () => {
  it('sends the picture that was kept, which need not be asked for again for an hour', async () => {
    const picture = Buffer.from('\x89PNG\r\n\x1a\nand so on', 'latin1');
    const data = Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), picture]);
    const tag = writeId3v2({ version: 4, frames: [{ id: 'APIC', data }] });
    const path = join(library.folder, 'pictured.mp3');
    writeFileSync(path, Buffer.concat([tag, fixture('tone.mp3')]));
    await library.import([path]);
    const [{ trackId }] = await library.database.select().from(files).where(eq(files.path, path));
    const answer = await fetch(`${address}/api/tracks/${trackId}/cover`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
  });

  it('refuses in words where there is none', async () => {
    expect(await refused('/api/tracks/1/cover')).toEqual([
      404,
      'invalid trackId: 1 (it has no cover picture)',
    ]);
    expect(await refused('/api/tracks/99/cover')).toEqual([
      404,
      'invalid trackId: 99 (no file of it is on disk)',
    ]);
  });
});

describe('a file of the library in whose place something else was put', () => {
  const path = () => join(library.folder, 'changed.wav');
  const secret = () => join(library.dataDirectory, 'secret');
  const words =
    'invalid file: changed.wav (changed since it was read; it is being looked at again: try in a moment)';
  const jobsOf = () => library.database.select().from(jobs).where(eq(jobs.detail, path()));
  let track: string;

  beforeEach(async () => {
    rmSync(path(), { force: true });
    writeTestWav(path(), { seed: 3 });
    await library.import([path()]);
    const [file] = await library.database.select().from(files).where(eq(files.path, path()));
    track = `/api/audio/${file.trackId}`;
    mkdirSync(library.dataDirectory, { recursive: true });
    writeFileSync(secret(), 'only the server’s user may read this');
  });

  it('is not sent where that is a link to a secret of the same size and time', async () => {
    const imported = readFileSync(path());
    writeFileSync(secret(), imported.fill('secret'));
    await dressAs(secret(), path());
    rmSync(path());
    symlinkSync(secret(), path());
    for (const asked of [track, `${track}?as=wav`]) expect(await refused(asked)).toEqual([409, words]);
    await library.work();
    const looked = await jobsOf();
    expect(looked).toMatchObject([{ state: 'failed' }]);
    expect(await refused(track)).toEqual([409, words]);
    expect(await jobsOf()).toEqual(looked);
  });

  it('holds nothing up where that is a pipe', async () => {
    rmSync(path());
    execFileSync('mkfifo', [path()]);
    const asked = Array.from({ length: 10 }, (_, i) => refused(`${track}${i % 2 ? '?as=wav' : ''}`));
    for (const answer of await Promise.all(asked)) expect(answer).toEqual([409, words]);
    expect((await fetch(`${address}/api/audio/1`)).status).toBe(200);
  });

  it('is sent again once it has been looked at', async () => {
    writeTestWav(path(), { seed: 4, seconds: 3 });
    expect(await refused(track)).toEqual([409, words]);
    await library.work();
    const [file] = await library.database.select().from(files).where(eq(files.path, path()));
    const answer = await fetch(`${address}/api/audio/${file.trackId}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(path()))).toBe(true);
  });

  it('is sent as it was opened, where it is another before the end', async () => {
    const imported = readFileSync(path());
    const answer = await fetch(`${address}${track}`);
    rmSync(path());
    symlinkSync(secret(), path());
    expect(Buffer.from(await answer.arrayBuffer()).equals(imported)).toBe(true);
  });
});

describe('/api/upload', () => {
  it('takes a file in and wakes the job runner', async () => {
    mkdirSync(join(library.folder, 'elsewhere'));
    const path = join(library.folder, 'elsewhere', 'two.wav');
    writeTestWav(path, { seed: 2 });
    const before = woken;
    const answer = await fetch(`${address}/api/upload?name=two.wav`, {
      method: 'PUT',
      body: readFileSync(path),
    });
    expect([answer.status, await answer.json()]).toMatchObject([200, { unchanged: false }]);
    expect(woken).toBe(before + 1);
  });

  it.each([
    ['/api/upload?name=two.wav', { method: 'POST', body: 'x' }, 'invalid method: POST (use PUT)'],
    ['/api/upload?name=two.wav&batch=-1', { method: 'PUT', body: 'x' }, 'invalid batch: -1 (a whole number)'],
    ['/api/upload?name=two.html', { method: 'PUT', body: 'x' }, 'invalid name: two.html'],
  ])('refuses %s in words', async (path, init, words) => {
    const [status, error] = await refused(path, init);
    expect([status, String(error).slice(0, words.length)]).toEqual([400, words]);
  });

  it('met no fault in any of these tests', () => expect(faults).toEqual([]));
});
