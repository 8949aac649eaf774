import { afterAll, beforeAll, expect, it } from 'vitest';
import { owner } from '@/server/access/caller';
import { callerHeaders } from '@/server/access/callerHeader';
import { answerFault, hostileValues } from '@/server/main/testing/hostileValues.testing';
import { openFilledHouse } from '@/server/trpc/testing/filledHouse.testing';
import type { TestHouse } from '@/server/trpc/testing/house.testing';
import { GET as report } from './studies/[id]/analyses/[analysis]/report.html/route';
import { GET as trackDocument } from './tracks/[id]/[document]/route';

let house: TestHouse;
beforeAll(async () => {
  house = await openFilledHouse();
}, 30_000);
afterAll(() => house.close());

/** Addresses with * for what is hostile, and something good in its place. */
const addresses: [address: string, good: string][] = [
  ['tracks/*/curve.csv', '1'],
  ['tracks/*/curve.json', '1'],
  ['tracks/1/features.csv?feature=*', 'envelope'],
  ['tracks/1/features.csv?feature=envelope&tr=*', '0.1'],
  ['studies/*/analyses/1/report.html', '1'],
  ['studies/1/analyses/*/report.html', '1'],
];

/** What Next would call for an address, with the parts of its path as it gives them. */
function ask(address: string, value: string): Promise<Response> {
  const [path] = address.split('?');
  const [kind, id, ...rest] = path.split('/').map((part) => part.replace('*', value));
  const { search } = new URL(address.replace('*', value), 'http://house/');
  const request = new Request(`http://house/${search}`, { headers: callerHeaders(owner) });
  return kind === 'tracks'
    ? trackDocument(request, { params: Promise.resolve({ id, document: rest[0] }) })
    : report(request, { params: Promise.resolve({ id, analysis: rest[1] }) });
}

it.each(addresses)(
  'documents are refused in words at hostile addresses, beside good ones: %s',
  async (address, good) => {
    const wanted = await ask(address, good);
    expect(wanted.status, await wanted.text()).toBe(200);
    const faults: string[] = [];
    for (const value of hostileValues) {
      const answer = await ask(address, value);
      const text = await answer.text();
      const isShutOut = answer.status === 401 || answer.status === 403;
      const fault = isShutOut ? text : answerFault(answer.status, text, house.library.dataDirectory);
      if (fault !== undefined) faults.push(`${value.slice(0, 40)}: ${fault}`);
    }
    expect(faults).toEqual([]);
  },
);
