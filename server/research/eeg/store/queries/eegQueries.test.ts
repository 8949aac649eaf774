import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { createRandom } from '@/ml/random';
import { owner, type Caller } from '../../../../access/caller';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import { ChangeFeed } from '../../../../retrieval/changeFeed';
import { fillRecordings } from '../../../../retrieval/testing/recordings.testing';
import { TestFolder } from '../../../recordings/testing/files.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { queryEeg } from '../../query/queryEeg';
import { smallEmbedding, smallSites, smallWidth, writeSmallModel } from '../../testing/smallModel.testing';
import { writeSmallRecording } from '../../testing/smallRecording.testing';
import { eegModelFolder } from '../eegFolders';
import { remeasure } from '../recordings/remeasure';
import { createEegStudy } from '../studies/createEegStudy';
import { setTrials } from '../tables/setTables';
import { bringFile, openTestEeg } from '../testing/eegStore.testing';
import { EegQueries } from './eegQueries';
import { eegQueryWish, nearestRecordingsWish } from './eegQueryWish';
import { evenly } from './evenly';

const tracks = 12;
const folder = new TestFolder();
const random = createRandom(8, 'embeddings');
let library: TestLibrary;
let place: StudyPlace;
let queries: EegQueries;
let embedderId: number;
let ids: { studyId: number; modelId: number; recordingId: number };

const embeddingOf = () => Array.from({ length: smallWidth }, () => random.bell());

beforeAll(async () => {
  ({ library, place } = await openTestEeg());
  const { database, dataDirectory } = place;
  await fillRecordings(database, tracks);
  const network = { sha256: 'a'.repeat(64), frontEnd: 'musicnn', output: 'y', fileBytes: 1, source: 'test' };
  [{ id: embedderId }] = await database
    .insert(schema.embeddingModels)
    .values({ ...network, name: smallEmbedding, size: smallWidth })
    .returning({ id: schema.embeddingModels.id });
  const rows = Array.from({ length: tracks - 1 }, (_, index) => ({
    ...{ modelId: embedderId, trackId: index + 1, embedding: embeddingOf() },
    embeddedAt: new Date(index),
  }));
  await database.insert(schema.trackEmbeddings).values(rows);
  const studyId = await createEegStudy(place, { title: 'Small' });
  const [{ id: modelId }] = await database
    .insert(schema.eegModels)
    .values({ studyId, title: 'small', settings: {}, finishedAt: new Date() })
    .returning({ id: schema.eegModels.id });
  writeSmallModel(eegModelFolder(dataDirectory, { studyId, id: modelId }));
  await writeSmallRecording(join(folder.path, 'a.edf'), { seconds: 30, sites: smallSites, backHz: 10 });
  const path = join(folder.path, 'a.edf');
  const received = await bringFile(place, { studyId, name: 'a.edf', path });
  if (received.kind !== 'recording') throw new Error(received.kind);
  ids = { studyId, modelId, recordingId: received.recordingId };
  await library.work();
  queries = new EegQueries({ database, dataDirectory, feed: new ChangeFeed(database) });
});
afterAll(async () => {
  await queries.stop();
  await library.close();
  folder.remove();
});

const ask = (wish: object = {}, caller: Caller = owner) =>
  queries.query(caller, eegQueryWish.parse({ recordingId: ids.recordingId, modelId: ids.modelId, ...wish }));

describe('a query by a stored recording', () => {
  it('is refused where it was measured otherwise than the model’s set, which says how to go on', async () => {
    await expect(ask()).rejects.toThrow("measure it again as the model's set was");
    await remeasure(place, { recordingId: ids.recordingId, modelId: ids.modelId });
    await library.work();
    expect((await ask()).matches).toHaveLength(tracks - 1);
  });

  it('finds what a query by the file itself finds', async () => {
    const stretch = { fromSeconds: 6, toSeconds: 14 };
    const stored = await ask({ ...stretch, limit: 5 });
    const model = eegModelFolder(place.dataDirectory, { studyId: ids.studyId, id: ids.modelId });
    const asked = { recording: join(folder.path, 'a.edf'), model, wish: { stretch, limit: 5 } };
    const whole = await queryEeg(asked, place);
    expect(stored.matches.map(({ trackId }) => trackId)).toEqual(whole.matches.map(({ trackId }) => trackId));
    stored.matches.forEach(({ similarity }, at) =>
      expect(similarity).toBeCloseTo(whole.matches[at].similarity, 5),
    );
    expect(stored).toMatchObject({ simulated: true, searched: tracks - 1, windows: { heard: 5 } });
    expect(stored.probability.valence).toBeCloseTo(whole.heard.probability.valence ?? NaN, 5);
    expect(stored.attention.map(({ startSeconds }) => startSeconds)).toEqual([6, 7, 8, 9, 10]);
    for (const { steps } of stored.attention)
      expect(steps.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('asks the own network of a listener whom the model knows, or that for anyone where this is wished', async () => {
    const [{ id: modelId }] = await place.database
      .insert(schema.eegModels)
      .values({ studyId: ids.studyId, title: 'personal', settings: {}, finishedAt: new Date() })
      .returning({ id: schema.eegModels.id });
    writeSmallModel(eegModelFolder(place.dataDirectory, { studyId: ids.studyId, id: modelId }), {
      personal: 1,
    });
    const own = await ask({ modelId });
    expect(own).toMatchObject({ personal: 'a', scores: [{ scheme: 'tracks' }, { scheme: 'tracks' }] });
    expect(own.scores[0].own).toEqual({ accuracy: 0.75, emotionMap: 0.75 });
    expect(await ask({ modelId, listener: 'anyone' })).toMatchObject({
      personal: null,
      scores: [{ scheme: 'both', own: null }, {}],
    });
    expect(await ask()).toMatchObject({ personal: null });
  });

  it('follows the catalogue: embeddings that come, and tracks that go', async () => {
    const { database } = place;
    await database
      .insert(schema.trackEmbeddings)
      .values({ modelId: embedderId, trackId: tracks, embedding: embeddingOf(), embeddedAt: new Date() });
    expect((await ask()).searched).toBe(tracks);
    await database.delete(schema.tracks).where(eq(schema.tracks.id, tracks));
    expect((await ask()).searched).toBe(tracks - 1);
  });

  it('refuses a stretch without a window, and what is not the caller’s', async () => {
    await expect(ask({ fromSeconds: 28 })).rejects.toThrow('invalid stretch: a.edf');
    const another = { personId: 99 };
    await expect(ask({}, another)).rejects.toThrow('invalid recordingId');
    await expect(ask({ modelId: 99 })).rejects.toThrow('invalid modelId: 99');
  });
});

describe('nearest recordings', () => {
  it('are trials, ranked by the cosine that a query by each of them gives the track', async () => {
    await setTrials(place, {
      recordingId: ids.recordingId,
      trials: [
        { name: 'first', startSeconds: 0, durationSeconds: 8 },
        { name: 'second', startSeconds: 10, durationSeconds: 12 },
      ],
    });
    const wish = nearestRecordingsWish.parse({ trackId: 1, modelId: ids.modelId });
    const { recordings, left, simulated } = await queries.nearestRecordings(owner, wish);
    expect([left, simulated]).toEqual([[], true]);
    expect(recordings.map(({ trial }) => trial).sort()).toEqual(['first', 'second']);
    expect(recordings[0].similarity).toBeGreaterThan(recordings[1].similarity);
    for (const { fromSeconds, toSeconds, similarity } of recordings) {
      const { matches } = await ask({ fromSeconds, toSeconds });
      const found = matches.find(({ trackId }) => trackId === 1);
      expect(similarity).toBeCloseTo(found?.similarity ?? NaN, 5);
    }
    const unknown = nearestRecordingsWish.parse({ trackId: 77, modelId: ids.modelId });
    await expect(queries.nearestRecordings(owner, unknown)).rejects.toThrow('invalid trackId: 77');
  });
});

it('chooses evenly, in order, and all where they are few', () => {
  expect(evenly([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
});
