import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, roles, type Role } from '@/db/schema';
import { fillCatalogue } from '@/db/testing/catalogue.testing';
import { hasRole, type SignedInCaller } from '../access/caller';
import { callerHeaders } from '../access/callerHeader';
import { openTestHouse, type TestHouse } from '../trpc/testing/house.testing';
import { routes } from './routes';

const all = routes();

/** Every address outside Next with whom it is for, as it was decided. What is new has to be written here too. */
const decided: { address: string; may: Role | 'anybody'; method?: string; whose?: 'somebody' }[] = [
  { address: '/api/sign-in', may: 'anybody', method: 'POST' },
  { address: '/api/sign-out', may: 'anybody', method: 'POST' },
  { address: '/api/invitation', may: 'anybody', method: 'POST' },
  { address: '/api/join', may: 'anybody', method: 'POST' },
  { address: '/api/audio/1', may: 'listener' },
  { address: '/api/tracks/1/cover', may: 'listener' },
  { address: '/api/upload', may: 'member', method: 'PUT' },
  { address: '/api/studies/1/files?name=a.tsv', may: 'member', method: 'PUT', whose: 'somebody' },
  { address: '/api/studies/1/sounds/1', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/export.zip', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/analyses/1.json', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/analyses/1.csv', may: 'listener', whose: 'somebody' },
  { address: '/api/eeg/1/files?name=a.edf', may: 'member', method: 'PUT', whose: 'somebody' },
  { address: '/api/films/1/handover.zip', may: 'listener', whose: 'somebody' },
  { address: '/api/films/section.wav', may: 'listener' },
  { address: '/api/films/describe', may: 'member', method: 'POST' },
  { address: '/api/surfaces', may: 'listener' },
  { address: '/api/surfaces/abc', may: 'listener' },
  { address: '/api/health', may: 'listener' },
  { address: '/api/metrics', may: 'listener' },
];

const routeOf = (address: string) => all.find(({ path }) => path.test(address.split('?')[0]));

/** The code with which an address refuses a caller; 'answered' where it does not. */
async function codeOf(address: string, method: string, caller?: SignedInCaller): Promise<string> {
  const headers = caller ? callerHeaders(caller) : {};
  const request = { url: address, method, headers, on: () => request, once: () => request };
  const response = {
    setHeader: () => response,
    once: () => response,
    end: () => response,
    on: () => response,
  };
  try {
    await routeOf(address)?.handle(
      request as unknown as IncomingMessage,
      response as unknown as ServerResponse,
    );
  } catch (error) {
    return (error as { code?: string }).code ?? 'a fault';
  }
  return 'answered';
}

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(0);
  await fillCatalogue(house.library.database, 20);
  await house.library.database.insert(people).values({ id: 7, name: 'Ben', role: 'owner' });
});
afterAll(() => house.close());

describe('every route outside Next', () => {
  it('states who may, as it was decided', () => {
    expect(decided.map(({ address }) => routeOf(address)?.may)).toEqual(decided.map(({ may }) => may));
    expect(new Set(decided.map(({ address }) => routeOf(address))).size).toBe(all.length);
  });

  const closed = decided.filter(({ may }) => may !== 'anybody');

  it.each(closed)('asks nobody in: $address', async ({ address, method = 'GET' }) => {
    expect(await codeOf(address, method)).toBe('signed-out');
  });

  it.each(closed)('lets in or refuses as it states: $address', async ({ address, may, method = 'GET' }) => {
    for (const role of roles) {
      const code = await codeOf(address, method, { personId: 7, role });
      if (hasRole(role, may as Role)) expect(['forbidden', 'signed-out']).not.toContain(code);
      else expect(code).toBe('forbidden');
    }
  });

  const somebodys = decided.filter(({ whose }) => whose === 'somebody');

  it.each(somebodys)('does not find what is another’s: $address', async ({ address, method = 'GET' }) => {
    expect(await codeOf(address, method, { personId: 7, role: 'owner' })).toBe('not-found');
  });
});
