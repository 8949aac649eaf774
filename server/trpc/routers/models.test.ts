import { afterAll, beforeAll, expect, it } from 'vitest';
import { embeddingModelOf } from '@/db/testing/catalogue.testing';
import * as schema from '@/db/schema';
import { openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(3);
});
afterAll(() => house.close());

it('models.list tells the project’s own embedding first, then the added ones', async () => {
  const own = { name: 'circumplex', inUse: true, answers: true, embedded: 3, tracks: 3 };
  expect(await house.ask.models.list()).toMatchObject({ embeddings: [own] });
  await house.library.database.insert(schema.embeddingModels).values(embeddingModelOf(1));
  const { embeddings } = await house.ask.models.list();
  expect(embeddings).toMatchObject([
    { name: 'circumplex', inUse: false },
    { name: 'model-1', inUse: true, answers: true, size: 96, embedded: 0, failed: 0, tracks: 3 },
  ]);
});

it('a procedure that is not there is refused as such', async () => {
  expect(await refusal('models.lost')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});
