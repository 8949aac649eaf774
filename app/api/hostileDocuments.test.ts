import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFault, hostileValues } from '@/server/main/testing/hostileValues.testing';
import { openTestHouse, type TestHouse } from '@/server/trpc/testing/house.testing';
import { GET as trackDocument } from './tracks/[id]/[document]/route';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(1);
});
afterAll(() => house.close());

const documents = [
  'curve.csv',
  'curve.json',
  'cover',
  'features.csv?feature=*',
  'features.csv?feature=envelope&tr=*',
];

it.each(documents)('documents of a track are refused in words at hostile addresses: %s', async (document) => {
  const faults: string[] = [];
  for (const value of hostileValues) {
    const id = document.includes('*') ? '1' : value;
    const { pathname, href } = new URL(document.replace('*', value), 'http://house/');
    const params = Promise.resolve({ id, document: pathname.slice(1) });
    const answer = await trackDocument(new Request(href), { params });
    const fault = answerFault(answer.status, await answer.text(), house.library.dataDirectory);
    if (fault !== undefined) faults.push(`${value.slice(0, 40)}: ${fault}`);
  }
  expect(faults).toEqual([]);
});
