import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { readSettings } from '../base/settings';
import { runningServices } from './runningServices';

let library: TestDatabase;
let folder: string;
beforeAll(async () => {
  library = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'circumplex-services-'));
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const make = () => runningServices(readSettings({ DATA_DIR: folder, DEMO: '0' }), library.database);

it('could not be stopped before they had started: what is left to start is left', async () => {
  const services = make();
  const begun = vi.spyOn(services.runner, 'start');
  const started = services.start();
  await services.stop();
  await started;
  expect(begun).not.toHaveBeenCalled();
});

it('asked a closed database when they were stopped while they loaded: they end before it does', async () => {
  const services = make();
  let hasLoaded = false;
  vi.spyOn(services.retrieval, 'load').mockImplementation(async () => {
    await sleep(50);
    hasLoaded = true;
  });
  await services.start();
  await services.stop();
  expect(hasLoaded).toBe(true);
});
