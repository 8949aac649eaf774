import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyAnalyses } from '@/db/schema';
import { owner } from '../access/caller';
import { setCaller } from '../access/callerHeader';
import { sendError } from '../http/answers';
import { resultFile, studyFolder } from '../research/studies/studyFolder';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { studyRoutes } from './studyRoutes';

let house: TestHouse;
let server: Server;
let studyId: number;
beforeAll(async () => {
  house = await openTestHouse(0);
  ({ studyId } = await house.ask.studies.create({ title: 'Über "Musik"' }));
  server = createServer((request, response) => {
    setCaller(request.headers, owner);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = studyRoutes().find((candidate) => candidate.path.test(path));
    if (route) route.handle(request, response).catch((error: unknown) => sendError(response, error));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await house.close();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/studies/${path}`, init);

const put = (name: string, body: string) =>
  ask(`${studyId}/files?name=${encodeURIComponent(name)}`, { method: 'PUT', body });

describe('files of a study over HTTP', () => {
  it('wait in the study’s folder under their own names, and are replaced by others of their name', async () => {
    expect((await put('sub-01/func/bold.tsv', 'first')).status).toBe(200);
    const { fileId } = (await (await put('sub-01/func/bold.tsv', 'second')).json()) as { fileId: number };
    const path = join(studyFolder(house.library.dataDirectory, studyId), 'brought/sub-01/func/bold.tsv');
    expect(readFileSync(path, 'utf8')).toBe('second');
    const { files } = await house.ask.studies.get({ studyId });
    expect(files).toMatchObject([
      { id: fileId, name: 'sub-01/func/bold.tsv', sizeBytes: 6, state: 'waiting' },
    ]);
    await house.ask.studies.removeFile({ studyId, fileId });
    expect(existsSync(path)).toBe(false);
  });

  it.each(['', '../../escape.tsv', 'a/../../../b', `${'x'.repeat(300)}.tsv`])(
    'are refused under the name %s',
    async (name) => {
      const answer = await put(name, 'x');
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { error: string }).error).toMatch(/^invalid name/);
    },
  );

  it('are refused for a study that is not there, and by another method', async () => {
    expect((await ask('999/files?name=a', { method: 'PUT', body: 'x' })).status).toBe(404);
    expect((await ask(`${studyId}/files?name=a`)).status).toBe(400);
  });
});

describe('a study over HTTP', () => {
  it('is one ZIP, named in all letters', async () => {
    const answer = await ask(`${studyId}/export.zip`);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Über _Musik_.zip'));
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README', 'study.json', 'participants.tsv', 'mapping.tsv']),
    );
    expect(JSON.parse(Buffer.from(files['study.json']).toString())).toMatchObject({
      title: 'Über "Musik"',
      simulated: false,
    });
  });

  it('gives an analysis once it is done, as it was written', async () => {
    const { database, dataDirectory } = house.library;
    const [{ id }] = await database
      .insert(studyAnalyses)
      .values({ studyId, kind: 'intersubject', title: 'alike', spec: {} })
      .returning();
    expect((await ask(`${studyId}/analyses/${id}.json`)).status).toBe(503);
    await database.update(studyAnalyses).set({ finishedAt: new Date() });
    const tested = { observed: [0.5], p: null, pFamily: null, q: null, threshold: null };
    const target = { name: 'A1', network: null, hemisphere: null, centre: null };
    const report = {
      targets: [target],
      participants: ['01'],
      pieces: [],
      hopSeconds: 1,
      table: [[0.5]],
      tested,
    };
    const whole = { kind: 'intersubject', study: { title: 'x', simulated: true }, report };
    const path = resultFile(dataDirectory, { studyId, id });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(whole));
    const answer = await ask(`${studyId}/analyses/${id}.json`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual(whole);
    const csv = await ask(`${studyId}/analyses/${id}.csv?table=regions-intersubject`);
    const [header, row] = (await csv.text()).split('\n');
    expect(header).toContain('region,network');
    expect(row).toMatch(/^A1,.*0\.5.*,simulated/);
    const unknown = await ask(`${studyId}/analyses/${id}.csv?table=nothing`);
    expect(unknown.status).toBe(404);
    expect(((await unknown.json()) as { error: string }).error).toContain('one of regions-intersubject');
  });

  it.each(['json', 'csv'])('gave an analysis at the address of any other study: %s', async (kind) => {
    const { database } = house.library;
    const { studyId: other } = await house.ask.studies.create({ title: 'Other' });
    const [{ id }] = await database
      .insert(studyAnalyses)
      .values({ studyId, kind: 'intersubject', title: 'alike', spec: {}, finishedAt: new Date() })
      .returning();
    for (const place of [other, 999]) {
      const answer = await ask(`${place}/analyses/${id}.${kind}`);
      const error = `invalid analysisId: ${id} (study ${place} has no analysis of this number)`;
      expect([answer.status, await answer.json()]).toEqual([404, { error, code: 'not-found' }]);
    }
  });
});
