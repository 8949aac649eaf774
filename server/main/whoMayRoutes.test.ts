import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles, type Role } from '@/db/schema';
import { hasRole, owner, type SignedInCaller } from '../access/caller';
import { setCaller } from '../access/callerHeader';
import { isAppError, type ErrorCode } from '../base/errors';
import { sendError } from '../http/answers';
import { another, openFilledHouse } from '../trpc/testing/filledHouse.testing';
import type { TestHouse } from '../trpc/testing/house.testing';
import { routes } from './routes';

const all = routes();

/** An address, and whom it is for. */
interface Decided {
  address: string;
  may: Role | 'anybody';
  method?: string;
  /** Set where it is of something of somebody's. */
  whose?: 'somebody';
  /** What it comes to in the filled house where it is not answered. */
  answers?: ErrorCode;
}

/** Every address outside Next with whom it is for, as it was decided. What is new has to be written here too. */
const decided: Decided[] = [
  { address: '/api/sign-in', may: 'anybody', method: 'POST' },
  { address: '/api/sign-out', may: 'anybody', method: 'POST' },
  { address: '/api/invitation', may: 'anybody', method: 'POST' },
  { address: '/api/join', may: 'anybody', method: 'POST' },
  { address: '/api/audio/1', may: 'listener' },
  { address: '/api/tracks/1/cover', may: 'listener', answers: 'not-found' },
  { address: '/api/upload?name=a.wav', may: 'member', method: 'PUT' },
  { address: '/api/studies/1/files?name=a.tsv', may: 'member', method: 'PUT', whose: 'somebody' },
  { address: '/api/studies/1/sounds/1', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/export.zip', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/analyses/1.json', may: 'listener', whose: 'somebody' },
  { address: '/api/studies/1/analyses/1.csv', may: 'listener', whose: 'somebody' },
  { address: '/api/eeg/1/files?name=a.edf', may: 'member', method: 'PUT', whose: 'somebody' },
  { address: '/api/films/1/handover.zip', may: 'listener', whose: 'somebody' },
  { address: '/api/films/section.wav?track=1&start=0&seconds=0.1', may: 'listener' },
  { address: '/api/films/describe?name=a.csv&rate=25', may: 'member', method: 'POST' },
  { address: '/api/surfaces', may: 'listener' },
  { address: '/api/surfaces/abc', may: 'listener', answers: 'invalid' },
  { address: '/api/health', may: 'listener' },
  { address: '/api/metrics', may: 'listener' },
];

const routeOf = (address: string) => all.find(({ path }) => path.test(address.split('?')[0]));

let house: TestHouse;
let server: Server;
let caller: SignedInCaller | undefined;
let faults: unknown[] = [];
beforeAll(async () => {
  house = await openFilledHouse();
  server = createServer((request, response) => {
    setCaller(request.headers, caller);
    const handled = routeOf(request.url ?? '')?.handle(request, response);
    handled?.catch((error: unknown) => {
      if (!isAppError(error)) faults.push(error);
      sendError(response, error);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 30_000);
afterAll(async () => {
  server.close();
  await house.close();
});
beforeEach(() => void (faults = []));

/** The code with which an address refuses a caller; 'answered' where it does not. */
async function codeOf({ address, method = 'GET' }: Decided, who?: SignedInCaller): Promise<string> {
  caller = who;
  const { port } = server.address() as AddressInfo;
  const body = method === 'GET' ? undefined : 'time,name\n00:00:01:00,dawn\n';
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, { method, body });
  const text = await answer.text();
  return answer.ok ? 'answered' : (JSON.parse(text) as { code: string }).code;
}

describe('every route outside Next', () => {
  it('states who may, as it was decided', () => {
    expect(decided.map(({ address }) => routeOf(address)?.may)).toEqual(decided.map(({ may }) => may));
    expect(new Set(decided.map(({ address }) => routeOf(address))).size).toBe(all.length);
  });

  const closed = decided.filter(({ may }) => may !== 'anybody');

  it.each(closed)('asks nobody in: $address', async (route) => {
    expect(await codeOf(route)).toBe('signed-out');
  });

  it.each(closed)('answers whom it is for, and refuses others: $address', async (route) => {
    for (const role of roles) {
      const code = await codeOf(route, { personId: owner.personId, role });
      const told = hasRole(role, route.may as Role) ? (route.answers ?? 'answered') : 'forbidden';
      expect([role, code]).toEqual([role, told]);
    }
    expect(faults).toEqual([]);
  });

  const somebodys = decided.filter(({ whose }) => whose === 'somebody');

  it.each(somebodys)('does not find what is another’s: $address', async (route) => {
    for (const role of roles.filter((role) => hasRole(role, route.may as Role)))
      expect([role, await codeOf(route, { personId: another.personId, role })]).toEqual([role, 'not-found']);
    expect(faults).toEqual([]);
  });
});
