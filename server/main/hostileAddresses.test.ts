import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '../http/errorAnswer';
import { sendError } from '../http/answers';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { routes } from './routes';
import { answerFault, hostileValues } from './testing/hostileValues.testing';

let house: TestHouse;
let server: Server;
beforeAll(async () => {
  house = await openTestHouse(1);
  await house.ask.studies.create({ title: 'a study' });
  await house.ask.eeg.studies.create({ title: 'another' });
  await house.ask.film.projects.create({ document: projectOf() });
  const all = routes();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = all.find((candidate) => candidate.path.test(path));
    if (route) route.handle(request, response).catch((error: unknown) => sendError(response, error));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await house.close();
});

/** Addresses with * for what is hostile; a good one of everything else. */
const addresses: [method: string, address: string][] = [
  ['GET', '/api/audio/*'],
  ['PUT', '/api/upload?name=*'],
  ['PUT', '/api/upload?name=a.wav&batch=*'],
  ['PUT', '/api/studies/*/files?name=a.tsv'],
  ['PUT', '/api/studies/1/files?name=*'],
  ['GET', '/api/studies/*/sounds/1'],
  ['GET', '/api/studies/1/sounds/*'],
  ['GET', '/api/studies/*/export.zip'],
  ['GET', '/api/studies/1/analyses/*.json'],
  ['GET', '/api/studies/1/analyses/*.csv'],
  ['GET', '/api/studies/1/analyses/1.csv?table=*'],
  ['PUT', '/api/eeg/*/files?name=a.edf'],
  ['PUT', '/api/eeg/1/files?name=*'],
  ['PUT', '/api/eeg/1/files?name=a.edf&participant=*'],
  ['POST', '/api/films/describe?name=*'],
  ['POST', '/api/films/describe?name=a.edl&rate=*'],
  ['POST', '/api/films/describe?name=a.edl&rate=25&start=*&length=10'],
  ['POST', '/api/films/describe?name=a.edl&rate=25&start=1&length=*'],
  ['GET', '/api/films/section.wav?track=*&start=0&seconds=1'],
  ['GET', '/api/films/section.wav?track=1&start=*&seconds=1'],
  ['GET', '/api/films/section.wav?track=1&start=0&seconds=*'],
  ['GET', '/api/films/section.wav?track=1&start=0&seconds=1&stretch=*'],
  ['GET', '/api/films/*/handover.zip'],
  ['GET', '/api/films/1/handover.zip?formats=*'],
  ['GET', '/api/films/1/handover.zip?audio=*'],
];

describe('hostile addresses', () => {
  it.each(addresses)('are refused in words: %s %s', async (method, address) => {
    const { port } = server.address() as AddressInfo;
    const faults: string[] = [];
    for (const value of hostileValues) {
      const url = `http://127.0.0.1:${port}${address.replace('*', value)}`;
      const answer = await fetch(url, { method, body: method === 'GET' ? undefined : 'only a letter' });
      const fault = answerFault(answer.status, await answer.text(), house.library.dataDirectory);
      if (fault !== undefined) faults.push(`${value.slice(0, 40)}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it('and any other fault tell one plain sentence', () => {
    expect(errorAnswer(new Error('select 1')).document.error).toBe(
      'the server met an unexpected fault: its log says more',
    );
  });
});
