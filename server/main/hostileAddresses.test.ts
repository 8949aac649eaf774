import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { owner } from '../access/caller';
import { setCaller } from '../access/callerHeader';
import { errorAnswer } from '../http/errorAnswer';
import { sendError } from '../http/answers';
import { openFilledHouse } from '../trpc/testing/filledHouse.testing';
import type { TestHouse } from '../trpc/testing/house.testing';
import { routes } from './routes';
import { answerFault, hostileValues } from './testing/hostileValues.testing';

let house: TestHouse;
let server: Server;
beforeAll(async () => {
  house = await openFilledHouse();
  const all = routes();
  server = createServer((request, response) => {
    setCaller(request.headers, owner);
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

/** Addresses with * for what is hostile, and something good in its place; a good one of everything else. */
const addresses: [method: string, address: string, good: string][] = [
  ['GET', '/api/audio/*', '1'],
  ['PUT', '/api/upload?name=*', 'a.wav'],
  ['PUT', '/api/upload?name=a.wav&batch=*', '1'],
  ['PUT', '/api/studies/*/files?name=a.tsv', '1'],
  ['PUT', '/api/studies/1/files?name=*', 'b.tsv'],
  ['GET', '/api/studies/*/sounds/1', '1'],
  ['GET', '/api/studies/1/sounds/*', '1'],
  ['GET', '/api/studies/*/export.zip', '1'],
  ['GET', '/api/studies/1/analyses/*.json', '1'],
  ['GET', '/api/studies/1/analyses/*.csv', '1'],
  ['GET', '/api/studies/1/analyses/1.csv?table=*', 'regions-model-of-envelope-all'],
  ['PUT', '/api/eeg/*/files?name=a.edf', '1'],
  ['PUT', '/api/eeg/1/files?name=*', 'b.edf'],
  ['PUT', '/api/eeg/1/files?name=a.edf&participant=*', '01'],
  ['POST', '/api/films/describe?name=*', 'a.edl'],
  ['POST', '/api/films/describe?name=a.edl&rate=*', '25'],
  ['POST', '/api/films/describe?name=a.edl&rate=25&start=*&length=10', '1'],
  ['POST', '/api/films/describe?name=a.edl&rate=25&start=1&length=*', '10'],
  ['GET', '/api/films/section.wav?track=*&start=0&seconds=0.1', '1'],
  ['GET', '/api/films/section.wav?track=1&start=*&seconds=0.1', '0'],
  ['GET', '/api/films/section.wav?track=1&start=0&seconds=*', '0.1'],
  ['GET', '/api/films/section.wav?track=1&start=0&seconds=0.1&stretch=*', '1'],
  ['GET', '/api/films/*/handover.zip', '1'],
  ['GET', '/api/films/1/handover.zip?formats=*', 'otio'],
  ['GET', '/api/films/1/handover.zip?audio=*', 'wav'],
];

/** What is sent: a table of times, which a film's timeline can be read from, and a study keep. */
const body = 'time,name\n00:00:01:00,dawn\n';
/** Statuses of who may not ask at all: nothing of an address was looked at. */
const shutOut = new Set([401, 403]);

function ask(method: string, address: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${address}`, { method, body: method === 'GET' ? undefined : body });
}

describe('hostile addresses', () => {
  it.each(addresses)('are refused in words, beside good ones: %s %s', async (method, address, good) => {
    const wanted = await ask(method, address.replace('*', good));
    expect.soft(wanted.status, await wanted.text()).toBe(200);
    const faults: string[] = [];
    for (const value of hostileValues) {
      const answer = await ask(method, address.replace('*', value));
      const text = await answer.text();
      const fault = shutOut.has(answer.status)
        ? text
        : answerFault(answer.status, text, house.library.dataDirectory);
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
