import { readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eegModels } from '@/db/schema';
import { ownEmbedding } from '../../set/setEmbeddings';
import { loadQueryModel } from '../../query/queryModel';
import { simulatedTitle } from '../../simulate/simulateEegFolder';
import { simulationOf } from '../../simulate/simulationWish';
import { eegModelFolder } from '../eegFolders';
import { eegModelDetail } from '../models/eegModelDetail';
import { listEegModels } from '../models/listEegModels';
import { createEegStudy } from '../studies/createEegStudy';
import { openTestEeg } from '../testing/eegStore.testing';
import { firstSeed } from './beginEeg';
import { giveShippedModel, shippedModel } from './shippedModel';
import { firstStudy } from './simulateEegKind';

const title = simulatedTitle(simulationOf({ ...firstStudy, seed: firstSeed }).plan);
let opened: Awaited<ReturnType<typeof openTestEeg>>;
beforeAll(async () => {
  opened = await openTestEeg();
});
afterAll(() => opened.library.close());

async function given(called: string) {
  const { place } = opened;
  const studyId = await createEegStudy(place, { title: called });
  await giveShippedModel(place.database, { ...place, studyId, title: called });
  return { studyId, models: await listEegModels(place.database, place.caller, studyId) };
}

it('is given to the study to start with, on which it was trained', async () => {
  const { place } = opened;
  const { studyId, models } = await given(title);
  expect(models).toMatchObject([{ state: 'done', progress: 1, failure: null }]);
  const { trained } = await eegModelDetail(place, models[0].id);
  expect(trained?.record.set).toMatchObject({ title, embedding: { name: ownEmbedding } });
  expect(models[0].digest?.scores.map(({ dimension }) => dimension)).toEqual(expect.arrayContaining(['valence', 'arousal'])); // prettier-ignore
  const folder = eegModelFolder(place.dataDirectory, { studyId, id: models[0].id });
  expect(readdirSync(folder)).toEqual(readdirSync(shippedModel()));
  for (const dimension of ['valence', 'arousal', 'both'] as const)
    await (await loadQueryModel(folder, dimension)).release();
});

it('is given to no other study', async () => {
  const { studyId, models } = await given(`${title}, changed`);
  expect(models).toEqual([]);
  const rows = await opened.place.database.select().from(eegModels).where(eq(eegModels.studyId, studyId));
  expect(rows).toEqual([]);
});
