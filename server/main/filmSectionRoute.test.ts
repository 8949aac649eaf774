import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testGate } from '../access/testing/gate.testing';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { readSettings } from '../base/settings';
import { openTestLibrary, type TestLibrary } from '../catalogue/testing/library.testing';
import { provideServices, type Services } from '../services';
import { filmRoutes } from './filmRoutes';
import { createWebServer } from './webServer';

let library: TestLibrary;
let server: Server;
let address: string;
const faults: unknown[] = [];
const seconds = 6;

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(join(library.folder, 'one.wav'), { seconds, sampleRateHz: 48_000, channels: 2, bits: 24 });
  await library.import();
  const settings = readSettings({ DATA_DIR: library.dataDirectory });
  provideServices({ settings, database: library.database } as Services);
  server = createWebServer({
    gate: testGate(),
    routes: filmRoutes(),
    pages: (_, response) => Promise.resolve(void response.writeHead(204).end()),
    onFault: (error) => faults.push(error),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/films/section.wav`;
}, 60_000);
afterAll(async () => {
  server.close();
  await library.close();
  expect(faults).toEqual([]);
});

async function section(query: string) {
  const answer = await fetch(`${address}?${query}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const samples = new Float32Array(
    bytes.subarray(44).buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length),
  );
  return { answer, header: bytes.subarray(0, 44), samples };
}

/** A sample of the file that was written, of its left channel, as a share of full scale. */
function written(sample: number): number {
  const file = readFileSync(join(library.folder, 'one.wav'));
  const data = file.indexOf('data') + 8;
  return file.readIntLE(data + 6 * sample, 3) / 2 ** 23;
}

describe('/api/films/section.wav', () => {
  it('sends exactly a section, in floating point', async () => {
    const { answer, header, samples } = await section('track=1&start=1.25&seconds=2.5');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(answer.headers.get('content-length')).toBe(String(44 + 8 * 120_000));
    expect([20, 22, 34].map((at) => header.readUInt16LE(at))).toEqual([3, 2, 32]);
    expect(header.readUInt32LE(24)).toBe(48_000);
    expect(samples.length).toBe(2 * 120_000);
    for (const place of [0, 1, 4711, 119_999]) {
      expect(samples[2 * place]).toBeCloseTo(written(60_000 + place), 6);
      expect(samples[2 * place + 1]).toBe(samples[2 * place]);
    }
  }, 60_000);

  it('sends sections of the track stretched, at its own level', async () => {
    const { samples } = await section(`track=1&start=2&seconds=${seconds}&stretch=1.02`);
    expect(samples.length).toBe(2 * Math.round((seconds * 1.02 - 2) * 48_000));
    const plain = await section('track=1&start=2&seconds=2');
    const power = (values: Float32Array) =>
      values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(power(samples.subarray(0, 192_000)) / power(plain.samples)).toBeGreaterThan(0.7);
    const answer = await fetch(`${address}?track=1&start=0&seconds=1&stretch=1.2`);
    expect(answer.status).toBe(400);
  }, 60_000);

  it('sends what there is where the track ends, and refuses what lies behind it', async () => {
    const { samples } = await section(`track=1&start=${seconds - 1}&seconds=10`);
    expect(samples.length).toBe(2 * 48_000);
    const refused = async (query: string) => {
      const answer = await fetch(`${address}?${query}`);
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await refused('track=1&start=7&seconds=1')).toEqual([
      400,
      'invalid start: 7 (the track ends before it)',
    ]);
    expect(await refused('track=99&start=0&seconds=1')).toEqual([
      404,
      'invalid track: 99 (no file of it is on disk)',
    ]);
    expect((await refused('track=1&seconds=1'))[0]).toBe(400);
    expect((await refused('track=1&start=0&seconds=1e9'))[0]).toBe(400);
  });
});
