import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { testGate } from '../access/testing/gate.testing';
import { fillRecordings } from '../retrieval/testing/recordings.testing';
import { provideServices, type Services } from '../services';
import { watchRoutes } from './watchRoutes';
import { createWebServer } from './webServer';

let library: TestDatabase;
let server: Server;
let address: string;

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, 3);
  provideServices({ database: library.database } as Services);
  server = createWebServer({
    gate: testGate(),
    routes: watchRoutes(),
    pages: () => Promise.reject(new Error('asked for a page')),
    onFault: (error) => {
      throw error;
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await library.close();
});

describe('what watches the server', () => {
  it('is told how large the library is and what waits', async () => {
    const health = await fetch(`${address}/api/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', tracks: 3, jobs: { failed: 0 } });
  });

  it('is told the same as Prometheus reads it', async () => {
    const metrics = await fetch(`${address}/api/metrics`);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    expect(await metrics.text()).toMatch(/^circumplex_tracks 3$/m);
  });
});
