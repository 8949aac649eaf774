import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import * as schema from '@/db/schema';
import { encodeCurve } from '@/ml/affect/curveCodec';
import type { FeatureRows } from '@/ml/projection/featureRows';
import { trustworthiness } from '@/ml/projection/trustworthiness';
import { owner } from '../access/caller';
import { installedModel } from '../base/installedModel';
import type { Services } from '../services';
import { appRouter } from '../trpc/router';
import { FeatureMaps } from './maps/featureMaps';

const trackCount = 40;
const models = mkdtempSync(join(tmpdir(), 'circumplex-models-'));
let library: TestDatabase;
let featureMaps: FeatureMaps;

/** The first 20 numbers follow the emotion round a circle; the other 180 are of no use. */
const angleOf = (i: number) => (2 * Math.PI * i) / trackCount;
const embeddingOf = (i: number) =>
  Array.from({ length: 200 }, (_, column) =>
    column < 20 ? Math.cos(angleOf(i) + column) : Math.sin(i * 12.9898 + column * i * 78.233),
  );
const emotionOf = (i: number): [number, number] => [Math.cos(angleOf(i)), Math.sin(angleOf(i))];
const still = new Float32Array(20);
const curve = encodeCurve({
  valence: still,
  arousal: still,
  valenceDeviation: still,
  arousalDeviation: still,
});

beforeAll(async () => {
  library = await openTestDatabase();
  const { database } = library;
  // Track 41 is another encoding of track 1, track 42 was profiled by an older model.
  const numbers = Array.from({ length: trackCount + 2 }, (_, index) => index + 1);
  await database
    .insert(schema.tracks)
    .values(numbers.map((i) => ({ ...trackOf(i), groupId: i === trackCount + 1 ? 1 : i })));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  await database.insert(schema.analyses).values(
    numbers.map((i) => ({
      ...analysisOf(i),
      modelVersion: i === trackCount + 2 ? 'older' : installedModel().version,
      emotion: emotionOf(i),
      embedding: embeddingOf(i),
      curve,
    })),
  );
  featureMaps = new FeatureMaps(database, models);
});

afterAll(async () => {
  await featureMaps.stop();
  await library.close();
  rmSync(models, { recursive: true });
});

const ask = () => {
  const services = { database: library.database, featureMaps } as Services;
  return appRouter.createCaller({ services, caller: owner }).research.featureMaps();
};

/** Asks until the maps are there, as the page does. */
async function finishedMaps() {
  for (;;) {
    const answer = await ask();
    if (answer === null) throw new Error('there are too few tracks');
    if (answer.mapped) return { ...answer, mapped: answer.mapped };
    expect(answer.progress).toBeLessThanOrEqual(1);
  }
}

const placesOf = ({ placesBase64 }: { placesBase64: string }): FeatureRows => {
  const bytes = new Uint8Array(Buffer.from(placesBase64, 'base64'));
  return { count: trackCount, dimensions: 2, values: new Float32Array(bytes.buffer) };
};

describe('featureMaps', () => {
  it('shows the original features alone while no triplet network is installed', async () => {
    const answer = await finishedMaps();
    expect(answer).toMatchObject({
      modelVersion: installedModel().version,
      total: trackCount,
      others: 1,
      triplet: null,
    });
    const { tracks, original, learned } = answer.mapped;
    expect(learned).toBeNull();
    expect(tracks.map(({ trackId }) => trackId).sort((a, b) => a - b)).toEqual(
      Array.from({ length: trackCount }, (_, index) => index + 1),
    );
    const rows = Float32Array.from(tracks.flatMap(({ trackId }) => embeddingOf(trackId)));
    const embeddings = { count: trackCount, dimensions: 200, values: rows };
    expect(original.measures.neighbours).toBe(15);
    expect(original.measures.trustworthiness).toBeCloseTo(
      trustworthiness(embeddings, placesOf(original), 15),
      4,
    );
  });

  it('puts the learned features beside them, in which neighbours share their emotion', async () => {
    const { onnxBase64 } = JSON.parse(
      readFileSync(new URL('reference/firstColumns.json', import.meta.url), 'utf8'),
    ) as { onnxBase64: string };
    writeFileSync(join(models, 'triplet-1.onnx'), Buffer.from(onnxBase64, 'base64'));
    const { triplet, mapped } = await finishedMaps();
    expect(triplet).toBe('triplet-1');
    expect(mapped.learned).toMatchObject({ dimensions: 20 });
    expect(mapped.learned?.measures.valenceCorrelation).toBeGreaterThan(0.95);
    expect(mapped.original.measures.valenceCorrelation).toBeLessThan(
      mapped.learned?.measures.valenceCorrelation ?? 0,
    );
  });

  it('turns each map so that pleasant lies to the right and energetic above', async () => {
    const { tracks, learned } = (await finishedMaps()).mapped;
    const { values } = placesOf(learned ?? { placesBase64: '' });
    const along = (dimension: 'valence' | 'arousal', axis: number) =>
      tracks.reduce((sum, track, place) => sum + track[dimension] * values[2 * place + axis], 0);
    expect(along('valence', 0)).toBeGreaterThan(0);
    expect(along('arousal', 1)).toBeGreaterThan(0);
    expect(Math.abs(along('valence', 1))).toBeLessThan(0.2 * along('valence', 0));
  });

  it('keeps its answer until the library changes', async () => {
    const [first, second] = [await finishedMaps(), await finishedMaps()];
    expect(second.mapped.original.placesBase64).toBe(first.mapped.original.placesBase64);
    expect(second.revision).toBe(first.revision);
    await library.database.delete(schema.tracks).where(eq(schema.tracks.id, 7));
    const third = await finishedMaps();
    expect(third.mapped.tracks).toHaveLength(trackCount - 1);
    expect(third.revision).not.toBe(first.revision);
  });

  it('shows the added embedding in use, of the tracks that have it, and learns from the project’s own', async () => {
    const { database } = library;
    const own = await finishedMaps();
    expect(own).toMatchObject({ embedding: { name: 'circumplex' }, lacking: 0 });
    const [{ id: modelId }] = await database
      .insert(schema.embeddingModels)
      .values({
        name: 'six-numbers',
        sha256: 'f'.repeat(64),
        frontEnd: 'musicnn',
        output: 'embedding',
        size: 6,
        fileBytes: 1,
        source: 'six.onnx',
        inUse: true,
      })
      .returning({ id: schema.embeddingModels.id });
    const heard = own.mapped.tracks.map(({ trackId }) => trackId).filter((trackId) => trackId % 4 > 0);
    await database
      .insert(schema.trackEmbeddings)
      .values(heard.map((trackId) => ({ modelId, trackId, embedding: embeddingOf(trackId).slice(0, 6) })));
    const { mapped, ...answer } = await finishedMaps();
    expect(answer).toMatchObject({
      embedding: { name: 'six-numbers' },
      total: heard.length,
      lacking: own.total - heard.length,
    });
    expect(mapped.tracks.map(({ trackId }) => trackId).sort((a, b) => a - b)).toEqual(
      heard.toSorted((a, b) => a - b),
    );
    expect(mapped.original.dimensions).toBe(6);
    expect(mapped.original.measures.valenceCorrelation).toBeGreaterThan(0.95);
    expect(mapped.learned?.dimensions).toBe(20);
    await database.delete(schema.embeddingModels);
    expect((await finishedMaps()).revision).toBe(own.revision);
  });

  it('says that a graph cannot be used and shows the original alone, and has nothing to show of an empty library', async () => {
    writeFileSync(join(models, 'triplet-2.onnx'), 'no graph');
    const { mapped } = await finishedMaps();
    expect(mapped).toMatchObject({
      learned: null,
      fault: expect.stringContaining('triplet-2.onnx') as string,
    });
    expect(mapped.original.measures.neighbours).toBe(15);
    await library.database.delete(schema.tracks);
    expect(await ask()).toBeNull();
  });
});
