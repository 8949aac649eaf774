import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entropyWindows } from '@/ml/eeg/entropy/differentialEntropy';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import * as schema from '@/db/schema';
import { loadEegStream } from '@/ml/eeg/model/eegStream';
import { loadMusicStream } from '@/ml/eeg/model/musicStream';
import { matrixOf, rowOf } from '@/ml/matrix/matrix';
import { createRandom } from '@/ml/random';
import { owner } from '../../../access/caller';
import { fillRecordings } from '../../../retrieval/testing/recordings.testing';
import { TestFolder } from '../../recordings/testing/files.testing';
import { recordedEntropy } from '../entropy/recordedEntropy';
import { heldOutScores, scoreWords } from '../model/heldOutScores';
import {
  smallBands,
  smallEmbedding,
  smallRecord,
  smallSites,
  smallWidth,
  writeSmallModel,
} from '../testing/smallModel.testing';
import { writeSmallRecording } from '../testing/smallRecording.testing';
import { queryEeg } from './queryEeg';

const tracks = 12;
const folder = new TestFolder();
const at = (name: string) => join(folder.path, name);
const random = createRandom(8, 'embeddings');
const vectors = Array.from({ length: tracks }, () => Array.from({ length: smallWidth }, () => random.bell()));
let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
  const { database } = opened;
  await fillRecordings(database, tracks);
  const model = {
    sha256: 'a'.repeat(64),
    frontEnd: 'musicnn',
    output: 'y',
    size: smallWidth,
    fileBytes: 1,
    source: 'test',
  };
  const [{ id: modelId }] = await database
    .insert(schema.embeddingModels)
    .values({ ...model, name: smallEmbedding })
    .returning({ id: schema.embeddingModels.id });
  // The last track has no embedding.
  const rows = vectors.slice(0, -1).map((embedding, index) => ({ modelId, trackId: index + 1, embedding }));
  await database.insert(schema.trackEmbeddings).values(rows);
  writeSmallModel(at('model'));
  await writeSmallRecording(at('recording.edf'), { sites: smallSites, backHz: 10 });
});
afterAll(async () => {
  await opened.close();
  folder.remove();
});

type Wish = Parameters<typeof queryEeg>[0]['wish'];
const ask = (wish: Wish = {}, recording = 'recording.edf', model = 'model') => {
  const tools = { database: opened.database, caller: owner, dataDirectory: folder.path };
  return queryEeg({ recording: at(recording), model: at(model), wish }, tools);
};

/** The cosine of each track with the mean of the windows from 6 to 12 s, worked out one by one. */
async function expectedSimilarities(): Promise<number[]> {
  const entropy = { bands: smallBands, windowSeconds: 4, hopSeconds: 1, stepSeconds: 1 };
  const { values } = entropyWindows((await recordedEntropy(at('recording.edf'), { entropy })).windows);
  const baseline = Float32Array.from({ length: 6 }, (_, feature) => {
    const own = Array.from(values).filter((_, place) => place % 6 === feature);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  const eeg = await loadEegStream(at('model/joint/eeg.onnx'));
  const music = await loadMusicStream(at('model/joint/music.onnx'), smallWidth);
  const heard = await eeg.hear(values.subarray(6 * 24, 9 * 24), baseline);
  const query = Float64Array.from({ length: heard.common.columns }, (_, column) =>
    [0, 1, 2].reduce((sum, window) => sum + rowOf(heard.common, window)[column], 0),
  );
  const { common } = await music.hear(matrixOf(Float32Array.from(vectors.flat()), smallWidth));
  return vectors.slice(0, -1).map((_, row) => {
    const own = rowOf(common, row);
    const product = own.reduce((sum, value, column) => sum + value * query[column], 0);
    return product / Math.hypot(...query) / Math.hypot(...own);
  });
}

describe('queryEeg', () => {
  it('ranks the tracks that have the embedding by their cosine with the stretch', async () => {
    const answer = await ask({ stretch: { fromSeconds: 6, toSeconds: 12 }, limit: 5 });
    expect(answer).toMatchObject({
      searched: tracks - 1,
      heard: { windows: { heard: 3, rejected: 0 }, interpolated: [] },
    });
    const expected = await expectedSimilarities();
    const ranked = [...expected.keys()].sort((a, b) => expected[b] - expected[a]).slice(0, 5);
    expect(answer.matches.map(({ trackId }) => trackId)).toEqual(ranked.map((row) => row + 1));
    answer.matches.forEach(({ similarity, valence }, place) => {
      expect(similarity).toBeCloseTo(expected[ranked[place]], 5);
      expect(Math.abs(valence)).toBeLessThanOrEqual(1);
    });
    expect(answer.heard.probability.valence).toBeGreaterThan(0);
  });

  it('says that the training set was simulated, and when the ranking is no better than chance', async () => {
    expect(await ask()).toMatchObject({ model: { simulated: true }, noBetterThanChance: false });
    writeSmallModel(at('chance'), { aboveLow: -0.01 });
    const { noBetterThanChance, scores } = await ask({}, 'recording.edf', 'chance');
    expect(noBetterThanChance).toBe(true);
    expect(scores.map(({ dimension, scheme }) => [dimension, scheme])).toEqual([
      ['valence', 'both'],
      ['arousal', 'both'],
    ]);
  });

  it('asks the own networks of a listener whom the model knows', async () => {
    writeSmallModel(at('personal'), { personal: 1 });
    const asked = (participant?: string) => ask({ participant }, 'recording.edf', 'personal');
    expect(await asked('a')).toMatchObject({
      personal: 'a',
      scores: [{ scheme: 'tracks' }, { scheme: 'tracks' }],
    });
    for (const other of ['nobody', 'a stranger', undefined])
      expect(await asked(other)).toMatchObject({
        personal: null,
        scores: [{ scheme: 'both' }, { scheme: 'both' }],
      });
  });

  it('refuses a recording that lacks many of the model’s channels', async () => {
    const many = ['F3', 'F4', 'O2', 'Fz', 'Cz', 'Pz', 'P3', 'P4'];
    await writeSmallRecording(at('lacking.edf'), { sites: many });
    await expect(ask({}, 'lacking.edf')).rejects.toThrow('it lacks O1 of the model');
  });

  it('refuses a stretch without a window, a model that is none, and an embedding that is not there', async () => {
    await expect(ask({ stretch: { fromSeconds: 18 } })).rejects.toThrow('none is left of the stretch');
    await expect(ask({}, 'recording.edf', 'nowhere')).rejects.toThrow('give the folder that training wrote');
    mkdirSync(at('broken'));
    writeFileSync(at('broken/model.json'), '{"format": "circumplex-eeg-1"');
    await expect(ask({}, 'recording.edf', 'broken')).rejects.toThrow('train it again');
    const record = smallRecord(0);
    writeSmallModel(at('outside'));
    const networks = [{ dimension: 'joint', folder: '../joint', participant: null }];
    writeFileSync(at('outside/model.json'), JSON.stringify({ ...record, networks }));
    await expect(ask({}, 'recording.edf', 'outside')).rejects.toThrow('networks.0.folder');
    writeSmallModel(at('other'));
    const set = { ...record.set, embedding: { ...record.set.embedding, name: 'unknown' } };
    writeFileSync(at('other/model.json'), JSON.stringify({ ...record, set }));
    await expect(ask({}, 'recording.edf', 'other')).rejects.toThrow('"unknown", which no track');
  });
});

describe('heldOutScores', () => {
  it('takes what says most of new listeners and new music, and counts what was never tried as chance', () => {
    const record = smallRecord(0.02);
    expect(heldOutScores(record).map(({ scheme }) => scheme)).toEqual(['both', 'both']);
    expect(scoreWords(heldOutScores(record)[0])).toBe(
      'valence: better than chance on people and tracks it was not trained on: mean average precision 58.0 % (53.0 to 63.0; chance 50.0; above it by 2.0 to 58.0), accuracy 60.0 % (55.0 to 65.0; chance 50.0; above it by 10.0 to 60.0)',
    );
    expect(heldOutScores({ ...record, evaluations: [] })).toEqual([]);
  });

  it('tells of a personal network what it is worth for its own listener and new music', () => {
    const record = smallRecord(0.02);
    const [own] = heldOutScores(record, 1);
    expect(own).toMatchObject({
      scheme: 'tracks',
      own: { accuracy: 0.75, emotionMap: 0.75 },
      aboveChance: true,
    });
    expect(scoreWords(own)).toContain('75.0 % of this listener, of all 58.0 %');
    // Others are above chance, this one is not.
    expect(heldOutScores(record, 0)[0]).toMatchObject({ own: { emotionMap: 0.45 }, aboveChance: false });
  });
});
