import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import * as schema from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { fillRecordings } from '@/server/retrieval/testing/recordings.testing';
import { provideServices, type Services } from '@/server/services';
import { GET as health } from './health/route';
import { GET as metrics } from './metrics/route';
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
  provideServices({ database: library.database } as Services);
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const request = new Request('http://house/api');
const ask = (id: string, name: string) =>
  document(request, { params: Promise.resolve({ id, document: name }) });

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

  it.each([
    ['x', 'curve.csv', 400, 'invalid trackId: x (a whole number)'],
    ['99', 'curve.csv', 404, 'invalid trackId: 99 (no such track: it may have been removed)'],
    ['2', 'curve.xls', 404, 'invalid document: curve.xls (curve.csv, curve.json, curve.jams or cover)'],
    ['1', 'cover', 404, 'invalid trackId: 1 (it has no cover picture)'],
    ['99', 'cover', 404, 'invalid trackId: 99 (no file of it is on disk)'],
  ])('are refused in words: %s/%s', async (...[id, name, status, error]) => {
    const answer = await ask(id, name);
    expect([answer.status, await answer.json()]).toMatchObject([status, { error }]);
  });
});

describe('what watches the server', () => {
  it('is told how large the library is', async () => {
    expect(await (await health(request)).json()).toMatchObject({ status: 'ok', tracks: 3 });
    expect(await (await metrics(request)).text()).toMatch(/^circumplex_tracks 3$/m);
  });
});

describe('the route of tRPC', () => {
  it('answers procedures', async () => {
    const answer = await trpc(new Request('http://house/api/trpc/catalogue.summary'));
    expect(await answer.json()).toMatchObject({ result: { data: { tracks: 3 } } });
  });
});
