import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillCatalogue } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { AppError } from '../base/errors';
import { log } from '../base/log';
import type { Services } from '../services';
import { answerErrors } from './answerErrors';
import { sendError } from './answers';
import { errorAnswer } from './errorAnswer';
import { metricsText } from './metrics';
import { statusOf } from './statusOf';

const fault = new Error('select secret from drawer');
const faultAnswer = { error: 'the server met an unexpected fault: its log says more', code: 'unexpected' };

describe('statusOf', () => {
  it('has a client error of its own for each code, and 503 for what is not ready', () => {
    const statuses = Object.values(statusOf);
    expect(new Set(statuses).size).toBe(statuses.length);
    expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([503]);
    expect(statusOf).toMatchObject({ invalid: 400, 'signed-out': 401, forbidden: 403, unsupported: 415 });
  });
});

describe('errorAnswer', () => {
  it('gives an expected error its own words, also one of another bundle', () => {
    const document = { error: 'invalid trackId: 7', code: 'not-found' };
    expect(errorAnswer(new AppError('not-found', 'invalid trackId: 7'))).toEqual({ status: 404, document });
    const copy = Object.assign(new Error('invalid trackId: 7'), { name: 'AppError', code: 'not-found' });
    expect(errorAnswer(copy)).toEqual({ status: 404, document });
  });

  it.each([fault, new RangeError('Invalid array length'), 'a text', undefined])(
    'tells nothing of a fault: %s',
    (thrown) => expect(errorAnswer(thrown)).toEqual({ status: 500, document: faultAnswer }),
  );
});

describe('answerErrors', () => {
  const request = new Request('http://house/api/x');

  it('lets an answer through as it is', async () => {
    const answer = await answerErrors(() => Promise.resolve(new Response('well')))(request);
    expect(await answer.text()).toBe('well');
  });

  it('answers an expected error without a word in the log, and logs a fault once with its stack', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const refused = await answerErrors(() => Promise.reject(new AppError('unsupported', 'no sound')))(
      request,
    );
    expect([refused.status, await refused.json()]).toEqual([415, { error: 'no sound', code: 'unsupported' }]);
    expect(logged).not.toHaveBeenCalled();
    const failed = await answerErrors(() => Promise.reject(fault))(request);
    expect([failed.status, await failed.json()]).toEqual([500, faultAnswer]);
    expect(logged.mock.calls).toEqual([[{ err: fault, url: request.url }, 'a route met a fault']]);
    logged.mockRestore();
  });
});

describe('sendError', () => {
  let server: Server;
  let thrown: unknown;
  let begun = false;

  beforeAll(async () => {
    server = createServer((_, response) => {
      if (begun) response.writeHead(200, { 'Content-Length': 100 }).write('half');
      sendError(response, thrown);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  const ask = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  it('answers in words with the status of the table', async () => {
    thrown = new AppError('signed-out', 'sign in first');
    const answer = await ask();
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await answer.json()).toEqual({ error: 'sign in first', code: 'signed-out' });
    thrown = fault;
    const failed = await ask();
    expect([failed.status, failed.headers.get('www-authenticate')]).toEqual([500, null]);
    expect(await failed.json()).toEqual(faultAnswer);
  });

  it('cuts an answer that has begun, so that half of it is not taken for the whole', async () => {
    begun = true;
    await expect(ask().then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('metricsText', () => {
  let library: TestDatabase;
  beforeAll(async () => {
    library = await openTestDatabase();
    await fillCatalogue(library.database, 3);
  });
  afterAll(() => library.close());

  it('counts tracks and jobs in the text form of Prometheus, however often it is asked', async () => {
    const services = { database: library.database } as Services;
    await metricsText(services);
    const { text, mediaType } = await metricsText(services);
    expect(mediaType).toContain('text/plain');
    expect(text).toMatch(/^circumplex_tracks 3$/m);
    expect(text).toMatch(/^circumplex_jobs\{state="queued"\} 3$/m);
    expect(text).toMatch(/^circumplex_jobs\{state="failed"\} 0$/m);
    expect(text).toMatch(/^circumplex_process_resident_memory_bytes \d+/m);
  });
});
