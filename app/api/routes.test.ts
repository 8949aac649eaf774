import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import * as schema from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner } from '@/server/access/caller';
import { callerHeaders } from '@/server/access/callerHeader';
import { fillRecordings } from '@/server/retrieval/testing/recordings.testing';
import type { Settings } from '@/server/base/settings';
import { provideServices, type Services } from '@/server/services';
import { GET as document } from './tracks/[id]/[document]/route';
import { GET as trpc } from './trpc/[trpc]/route';

let library: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'circumplex-routes-'));

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, 3);
  const path = join(folder, 'tone.mp3');
  copyFileSync(join(packageRoot(), 'ml/audio/fixtures/tone.mp3'), path);
  const { files } = schema;
  await library.database.update(files).set({ path, missingSince: null }).where(eq(files.trackId, 1));
  const settings = { dataDirectory: folder } as Settings;
  provideServices({ database: library.database, settings } as Services);
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const headers = callerHeaders(owner);
const ask = (id: string, address: string) => {
  const { pathname, href } = new URL(address, 'http://house/');
  return document(new Request(href, { headers }), {
    params: Promise.resolve({ id, document: pathname.slice(1) }),
  });
};

describe('the documents of a track', () => {
  it('are its curve as a file, under its name', async () => {
    const csv = await ask('2', 'curve.csv');
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Piece _2_ .*\.curve\.csv"; filename\*=UTF-8''Piece%20%222%22/,
    );
    const lines = (await csv.text()).trim().split('\n');
    expect(lines[0]).toBe('time_s,valence,arousal,valence_sd,arousal_sd');
    expect(lines).toHaveLength(81);
    const json = (await (await ask('2', 'curve.json')).json()) as { valence: number[] };
    expect(json.valence).toHaveLength(80);
    const jams: unknown = await (await ask('2', 'curve.jams')).json();
    expect(jams).toMatchObject({ annotations: [{ namespace: 'mood_thayer' }] });
  });

  it('are features of its sound, as CSV, NPY and BIDS have them', async () => {
    const wanted = '?feature=envelope&tr=0.1&samples=6&change=absolute';
    const csv = await ask('1', `features.csv${wanted}`);
    expect(csv.headers.get('content-disposition')).toContain('envelope.features.csv"');
    const [heading, first, ...others] = (await csv.text()).trim().split('\n');
    expect([heading, first.split(',')[0], others.length]).toEqual(['time_s,envelope change', '0.05', 5]);
    const sidecar: unknown = await (await ask('1', `features.json${wanted}`)).json();
    expect(sidecar).toMatchObject({ SamplingFrequency: 10, StartTime: 0.05, Columns: ['envelope change'] });
    const rows = gunzipSync(await (await ask('1', `features.tsv.gz${wanted}`)).arrayBuffer()).toString();
    expect(rows.trim().split('\n')).toHaveLength(6);
    const npy = Buffer.from(await (await ask('1', `features.npy${wanted}`)).arrayBuffer());
    expect(npy.toString('latin1', 1, 6)).toBe('NUMPY');
    expect(npy.readDoubleLE(npy.length - 8)).toBe(Number(rows.trim().split('\n').at(-1)));
  });

  it.each([
    ['x', 'curve.csv', 400, 'invalid trackId: x (a whole number)'],
    ['99', 'curve.csv', 404, 'invalid trackId: 99 (no such track: it may have been removed)'],
    [
      ...(['2', 'curve.xls', 404] as const),
      'invalid document: curve.xls (curve.csv, curve.json, curve.jams, features.csv, features.npy, features.tsv.gz, features.json or cover)',
    ],
    ['1', 'features.csv', 400, 'invalid feature: (none) (expected string, received undefined)'],
    [
      '1',
      'features.csv?feature=envelope&samples=20',
      400,
      'invalid samples: 20 (tr says how far apart they are)',
    ],
    ['1', 'features.csv?feature=envelope&change=any', 400, /^invalid change: any/],
    [
      '99',
      'features.npy?feature=envelope',
      404,
      'invalid trackId: 99 (no such track: it may have been removed)',
    ],
  ])('are refused in words: %s/%s', async (...[id, name, status, error]) => {
    const answer = await ask(id, name);
    const expected: unknown = error instanceof RegExp ? expect.stringMatching(error) : error;
    expect([answer.status, await answer.json()]).toMatchObject([status, { error: expected }]);
  });
});

describe('the route of tRPC', () => {
  it('answers procedures', async () => {
    const answer = await trpc(new Request('http://house/api/trpc/catalogue.summary', { headers }));
    expect(await answer.json()).toMatchObject({ result: { data: { tracks: 3 } } });
  });
});
