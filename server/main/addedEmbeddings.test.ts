import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { embeddingModels, jobs, trackEmbeddings, tracks } from '@/db/schema';
import { owner } from '../access/caller';
import { openTestLibrary, type TestLibrary } from '../catalogue/testing/library.testing';
import { AnalysisClient } from '../analysis/analysisClient';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { similarTo } from '../retrieval/similarTo';
import { jobKinds } from './jobKinds';
import { addModel } from '../embeddings/addModel';
import { listModels } from '../embeddings/listModels';
import { modelFile } from '../embeddings/modelFiles';
import { queueEmbedding } from '../embeddings/queueEmbedding';
import { removeModel } from '../embeddings/removeModel';
import { sha256Of, tinyModel } from '../embeddings/testing/models.testing';
import { chooseModel } from '../embeddings/chooseModel';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary((dataDirectory) => jobKinds({ dataDirectory }));
  for (const seed of [1, 2, 3]) writeTestWav(at(`${seed}.wav`), { seed, seconds: 4 });
  await library.import();
});
afterAll(() => library.close());

const modelCalled = async (name: string) =>
  (await listModels(library.database)).find((model) => model.name === name);

const vectors = async () => {
  const rows = await library.database.select().from(trackEmbeddings).orderBy(asc(trackEmbeddings.trackId));
  return new Map(rows.map(({ trackId, embedding }) => [trackId, embedding ?? []]));
};

const cosineDistance = (a: number[], b: number[]) => {
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);
  return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

// One story, told in order: each test goes on where the one before it ended.
describe('embedding models', () => {
  it('begin with the project’s own, which is in use and stays', async () => {
    expect(await listModels(library.database)).toMatchObject([
      { name: 'circumplex', inUse: true, answers: true, size: 200, embedded: 3, tracks: 3, failed: 0 },
    ]);
    await expect(removeModel(library, 'circumplex')).rejects.toThrow('invalid NAME: circumplex');
    await expect(chooseModel(library.database, 'tiny')).rejects.toThrow('invalid NAME: tiny');
  });

  it('are taken in only where name, hash and graph are right, and leave nothing otherwise', async () => {
    const asked = { ...tinyModel(), name: 'tiny' };
    const refused = (other: object, words: string) =>
      expect(addModel(library, { ...asked, ...other })).rejects.toThrow(words);
    await refused({ name: 'Two Words' }, 'invalid NAME: Two Words');
    await refused({ name: 'circumplex' }, "the project's own embedding");
    await refused({ sha256: '12' }, 'invalid --sha256: 12');
    await refused({ frontEnd: 'wav2vec' }, 'invalid --front-end: wav2vec');
    await refused({ sha256: '0'.repeat(64) }, 'invalid --sha256: 0000');
    await refused({ frontEnd: 'vggish' }, 'invalid model: invalid input: sound float32[batch, 187, 96]');
    await refused({ output: 'tags' }, 'invalid output: tags (the graph has embedding)');
    const garbage = Buffer.from('graph'.repeat(1000));
    mkdirSync(library.dataDirectory, { recursive: true });
    const place = join(library.dataDirectory, 'garbage.onnx');
    writeFileSync(place, garbage);
    await refused({ place, sha256: sha256Of(garbage) }, 'invalid model');
    const ended = { kind: 'died', reason: 'it took more than 1500 MB of memory' } as const;
    vi.spyOn(AnalysisClient.prototype, 'request').mockResolvedValueOnce(ended);
    await expect(addModel(library, asked)).rejects.toMatchObject({
      code: 'unavailable',
      message: `the model could not be tried: ${ended.reason}`,
    });
    vi.restoreAllMocks();
    expect(existsSync(modelFile(library.dataDirectory, asked.sha256))).toBe(false);
    expect(await library.database.$count(embeddingModels)).toBe(0);
  });

  it('lie under their content’s hash when added, and are not in use', async () => {
    const asked = { ...tinyModel(), name: 'tiny' };
    await addModel(library, { ...asked, sha256: asked.sha256.toUpperCase() });
    expect(existsSync(modelFile(library.dataDirectory, asked.sha256))).toBe(true);
    expect(await modelCalled('tiny')).toMatchObject({
      size: 96,
      output: 'embedding',
      inUse: false,
      embedded: 0,
    });
    await expect(addModel(library, asked)).rejects.toThrow('an embedding has it');
  });

  it('answer once the tracks that were there have been embedded; until then the old ones do', async () => {
    const old = await similarTo(library.database, owner, { trackId: 1, limit: 5 });
    expect(await chooseModel(library.database, 'tiny')).toMatchObject({ queued: 3 });
    expect(await modelCalled('tiny')).toMatchObject({ inUse: true, answers: false });
    expect(await similarTo(library.database, owner, { trackId: 1, limit: 5 })).toEqual(old);
    await library.work();
    expect(await modelCalled('tiny')).toMatchObject({ answers: true, embedded: 3, failed: 0 });
    expect(await modelCalled('circumplex')).toMatchObject({ inUse: false, answers: false });
    const known = await vectors();
    const found = await similarTo(library.database, owner, { trackId: 1, limit: 5 });
    const expected = [2, 3]
      .map((trackId) => ({ trackId, distance: cosineDistance(known.get(1)!, known.get(trackId)!) }))
      .sort((a, b) => a.distance - b.distance);
    expect(found.map(({ trackId }) => trackId)).toEqual(expected.map(({ trackId }) => trackId));
    found.forEach(({ distance }, i) => expect(distance).toBeCloseTo(expected[i].distance, 5));
    expect((await library.rows()).analyses).toHaveLength(3);
  });

  it('see a new track in the very job that imports it', async () => {
    const request = vi.spyOn(AnalysisClient.prototype, 'request');
    writeTestWav(at('4.wav'), { seed: 4, seconds: 4 });
    await library.import();
    expect(await modelCalled('tiny')).toMatchObject({ embedded: 4, tracks: 4 });
    expect(request.mock.calls.map(([{ name }]) => name)).toEqual(['identify', 'hear']);
    request.mockRestore();
    expect(await library.database.transaction(queueEmbedding)).toBe(0);
  });

  it('keep no track out that they have no answer to', async () => {
    writeTestWav(at('silence.wav'), { seed: 0, seconds: 4 });
    await library.import();
    expect(await modelCalled('tiny')).toMatchObject({ embedded: 4, failed: 1, tracks: 5 });
    const remarks = (await library.rows()).jobs.flatMap(({ warning }) => warning ?? []);
    expect(remarks).toEqual([expect.stringMatching(/it has no embedding by tiny: .*only zeros/)]);
    expect(await similarTo(library.database, owner, { trackId: 5, limit: 5 })).toHaveLength(4);
    expect(await library.database.transaction(queueEmbedding)).toBe(0);
  });

  it('are not asked of a track that is gone, or whose file holds another sound by now', async () => {
    const { database } = library;
    const old = await library.rows();
    await database.delete(trackEmbeddings).where(inArray(trackEmbeddings.trackId, [1, 2]));
    expect(await database.transaction(queueEmbedding)).toBe(2);
    await database.delete(tracks).where(eq(tracks.id, 1));
    writeTestWav(old.files.find(({ trackId }) => trackId === 2)?.path ?? '', { seed: 9, seconds: 4 });
    await library.work();
    const ended = await database
      .select()
      .from(jobs)
      .where(eq(jobs.kind, 'embed'))
      .orderBy(desc(jobs.id))
      .limit(2);
    expect(ended.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'its sound has changed: import the file again'],
      ['done', null],
    ]);
    expect(await database.transaction(queueEmbedding)).toBe(0);
    expect(await modelCalled('tiny')).toMatchObject({ embedded: 2, failed: 1, tracks: 4 });
  });

  it('go with their vectors, work and file, and the project’s own answers again', async () => {
    const { sha256 } = tinyModel();
    expect(await chooseModel(library.database, 'tiny')).toMatchObject({ queued: 1 });
    await removeModel(library, 'tiny');
    expect(existsSync(modelFile(library.dataDirectory, sha256))).toBe(false);
    expect(await library.database.$count(trackEmbeddings)).toBe(0);
    expect(await library.database.$count(tracks)).toBe(4);
    expect((await library.database.select().from(jobs)).map(({ state }) => state)).not.toContain('queued');
    expect(await listModels(library.database)).toMatchObject([
      { name: 'circumplex', inUse: true, answers: true },
    ]);
  });
});
