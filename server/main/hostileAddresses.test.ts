import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as trackDocument } from '@/app/api/tracks/[id]/[document]/route';
import { errorAnswer } from '../http/errorAnswer';
import { sendError } from '../http/answers';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { eegRoutes } from './eegRoutes';
import { filmRoutes } from './filmRoutes';
import { streamRoutes } from './streamRoutes';
import { studyRoutes } from './studyRoutes';

let house: TestHouse;
let server: Server;
beforeAll(async () => {
  house = await openTestHouse(1);
  await house.ask.studies.create({ title: 'a study' });
  await house.ask.eeg.studies.create({ title: 'another' });
  await house.ask.film.projects.create({ document: projectOf() });
  const routes = [...streamRoutes(), ...studyRoutes(), ...eegRoutes(), ...filmRoutes()];
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = routes.find((candidate) => candidate.path.test(path));
    if (route) route.handle(request, response).catch((error: unknown) => sendError(response, error));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await house.close();
});

/** What is put for each number of a path and for each parameter. */
const hostile = [
  ...[
    '0',
    '-1',
    '999999999',
    '2147483647',
    '2147483648',
    '9007199254740993',
    '1e308',
    '1e39',
    '1e-50',
    'NaN',
  ],
  ...[
    'Infinity',
    '',
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%FF',
    '../../etc/passwd',
    "'; drop table tracks; --",
    '%25',
  ],
  ...['x'.repeat(4000), '%E2%80%AE', '[]', '__proto__', '%0D%0ASet-Cookie:a=b'],
];

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

const ours = [/Failed query/i, /\b(select|insert into|update|delete from)\b.*"/i, /\n\s+at /, /node_modules/];

function faultOf(status: number, text: string): string | undefined {
  if (status === 500) return `500 ${text.slice(0, 200)}`;
  if (status < 400) return undefined;
  const told = [process.cwd(), house.library.dataDirectory].find((place) => text.includes(place));
  return told ?? ours.find((pattern) => pattern.test(text))?.source;
}

describe('hostile addresses', () => {
  it.each(addresses)('are refused in words: %s %s', async (method, address) => {
    const { port } = server.address() as AddressInfo;
    const faults: string[] = [];
    for (const value of hostile) {
      const url = `http://127.0.0.1:${port}${address.replace('*', value)}`;
      const answer = await fetch(url, { method, body: method === 'GET' ? undefined : 'only a letter' });
      const fault = faultOf(answer.status, await answer.text());
      if (fault !== undefined) faults.push(`${value.slice(0, 40)}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it.each([
    'curve.csv',
    'curve.json',
    'cover',
    'features.csv?feature=*',
    'features.csv?feature=envelope&tr=*',
  ])('of a track are refused in words: %s', async (document) => {
    const faults: string[] = [];
    for (const value of hostile)
      for (const id of document.includes('*') ? ['1'] : [value]) {
        const { pathname, href } = new URL(document.replace('*', value), 'http://house/');
        const params = Promise.resolve({ id, document: pathname.slice(1) });
        const answer = await trackDocument(new Request(href), { params });
        const fault = faultOf(answer.status, await answer.text());
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
