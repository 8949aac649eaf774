import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { owner } from '../access/caller';
import { setCaller } from '../access/callerHeader';
import { sendError } from '../http/answers';
import { eegBroughtFolder } from '../research/eeg/store/eegFolders';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { eegRoutes } from './eegRoutes';

let house: TestHouse;
let server: Server;
let studyId: number;
beforeAll(async () => {
  house = await openTestHouse(0);
  ({ studyId } = await house.ask.eeg.studies.create({ title: 'Over HTTP' }));
  server = createServer((request, response) => {
    setCaller(request.headers, owner);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = eegRoutes().find((candidate) => candidate.path.test(path));
    if (route) route.handle(request, response).catch((error: unknown) => sendError(response, error));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await house.close();
});

const put = (query: Record<string, string>, body: string, study = studyId) =>
  fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/eeg/${study}/files?${new URLSearchParams(query).toString()}`,
    { method: 'PUT', body },
  );

it('takes a recording, whose participant may be named, and has it read', async () => {
  const before = house.woken();
  const answer = await put({ name: 'day 1/rest.edf', participant: 'Anna' }, 'bytes');
  expect(answer.status).toBe(200);
  const { kind, recordingId } = (await answer.json()) as { kind: string; recordingId: number };
  expect([kind, house.woken()]).toEqual(['recording', before + 1]);
  const recording = await house.ask.eeg.recordings.get({ recordingId });
  expect(recording).toMatchObject({ participant: 'Anna', fileName: 'day 1/rest.edf', sizeBytes: 5 });
  expect(recording.job).toMatchObject({ state: 'queued' });
  expect(existsSync(join(eegBroughtFolder(house.library.dataDirectory, studyId), 'day 1/rest.edf'))).toBe(
    true,
  );
});

it('has a recording read again when what lies beside it comes', async () => {
  expect(await (await put({ name: 'day 1/rest_events.tsv' }, 'onset\tduration\n')).json()).toEqual({
    kind: 'beside',
    recordings: 1,
  });
});

it('takes a table of tracks at once, and keeps none that it refuses', async () => {
  const good = 'track\tvalence\tsound\none\t6.5\tone.wav\n';
  expect(await (await put({ name: 'tracks.tsv' }, good)).json()).toEqual({ kind: 'tracks', tracks: 1 });
  const bad = await put({ name: 'tracks.tsv' }, good.replace('6.5', '65'));
  expect(bad.status).toBe(400);
  expect((await house.ask.eeg.studies.get({ studyId })).tracks).toMatchObject([{ valence: 6.5 }]);
});

it.each([
  [{ name: '../../escape.edf' }, 400],
  [{ name: '' }, 400],
])('refuses %j', async (query, status) => {
  expect((await put(query, 'x')).status).toBe(status);
});

it('refuses a study that is not there', async () => {
  expect((await put({ name: 'a.edf' }, 'x', 999)).status).toBe(404);
});
