import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { AnalysisClient } from '../../analysis/analysisClient';
import { identifyFile } from '../../analysis/identifyFile';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { addModel } from '../../embeddings/addModel';
import { modelFile } from '../../embeddings/modelFiles';
import { tinyModel } from '../../embeddings/testing/models.testing';
import { FeatureCache } from './featureCache';
import { listFeatures } from './featureNamed';
import { listLayers } from './listLayers';
import { listNetworks } from './listNetworks';
import { stimulusFeatures, type FeatureTools } from './stimulusFeatures';

let opened: TestDatabase;
let folder: string;
let tools: FeatureTools;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-stimulus-'));
  opened = await openTestDatabase();
  tools = { database: opened.database, dataDirectory: folder, client: new AnalysisClient() };
  const store = { database: opened.database, dataDirectory: folder };
  await addModel(store, { ...tinyModel('layered'), name: 'layered' });
  writeTestWav(join(folder, 'song.wav'), { seed: 5, seconds: 5 });
});
afterAll(async () => {
  tools.client.close();
  await opened.close();
  rmSync(folder, { recursive: true });
});

const featuresOf = async (...wanted: string[]) => {
  const outcome = await stimulusFeatures(tools, { path: join(folder, 'song.wav'), wanted });
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome.answer;
};

describe('stimulusFeatures', () => {
  it('gives every feature that is listed, as it is listed', async () => {
    const listed = await listFeatures(tools);
    expect(listed.map(({ name }) => name)).toEqual([
      ...['envelope', 'cochleogram', 'log-mel', 'circumplex embedding', 'valence', 'arousal', 'layered'],
    ]);
    const found = await featuresOf(...listed.map(({ name }) => name));
    for (const { name, columns, hopSeconds, startSeconds } of listed) {
      const series = found[name];
      expect(series).toMatchObject({ hopSeconds, startSeconds, values: { columns } });
      expect(series.columns).toHaveLength(columns ?? 0);
      const lastMiddle = startSeconds + (series.values.rows - 1) * hopSeconds;
      expect(lastMiddle).toBeLessThan(5);
      expect(lastMiddle).toBeGreaterThan(2);
    }
  });

  it('computes nothing twice, and everything anew once it is forgotten', async () => {
    const request = vi.spyOn(tools.client, 'request');
    const asked = () => request.mock.calls.map(([kind]) => kind.name);
    const first = await featuresOf('valence', 'layered:conv');
    const again = await featuresOf('valence', 'layered:conv');
    expect(again).toEqual(first);
    expect(asked()).toEqual(['identify', 'hear', 'identify']);
    const { payloadHash } = await identifyFile({ path: join(folder, 'song.wav') }, () => undefined);
    await new FeatureCache(folder).forget(payloadHash);
    expect(readdirSync(join(folder, 'cache', 'features'))).toEqual([]);
    expect(await featuresOf('valence', 'layered:conv')).toEqual(first);
    request.mockRestore();
  });

  it('says what is not known, and leaves nothing of what failed', async () => {
    await expect(featuresOf('loudness')).rejects.toThrow(
      'invalid feature: loudness (envelope, cochleogram, log-mel, circumplex embedding, valence, arousal, layered',
    );
    const path = join(folder, 'song.wav');
    const failed = await stimulusFeatures(tools, { path, wanted: ['layered:nowhere'] });
    expect(failed).toMatchObject({ kind: 'failed', code: 'invalid' });
    const gone = await stimulusFeatures(tools, { path: join(folder, 'gone.wav'), wanted: ['envelope'] });
    expect(gone).toMatchObject({ kind: 'failed', code: 'not-found' });
    expect(readdirSync(join(folder, 'cache', 'features')).filter((name) => !name.endsWith('.npy'))).toEqual(
      [],
    );
    expect(existsSync(path)).toBe(true);
  });
});

describe('listLayers', () => {
  it('names the layers of a network as they are asked for', async () => {
    expect(await listLayers(tools, 'layered')).toEqual([
      { name: 'layered:conv', operation: 'Conv' },
      { name: 'layered:relu', operation: 'Relu' },
      { name: 'layered:hidden', operation: 'MatMul' },
      { name: 'layered:active', operation: 'Relu' },
      { name: 'layered:embedding', operation: 'ReduceMean' },
    ]);
    await expect(listLayers(tools, 'other')).rejects.toThrow('invalid NAME: other');
  });

  it('knows the project’s own network, every layer of which can be computed beside others', async () => {
    const [own, added] = await listNetworks(tools);
    expect([own.network, added.network]).toEqual(['circumplex', 'layered']);
    const names = own.layers.map(({ name }) => name);
    expect(names.at(0)).toBe('circumplex:conv1');
    expect(names.at(-1)).toBe('circumplex:embedding');
    const found = await featuresOf(...names, 'circumplex embedding', 'layered:relu');
    for (const name of names)
      expect(found[name]).toMatchObject({ hopSeconds: 0.5, startSeconds: 0.25, values: { rows: 10 } });
    const { values } = found['circumplex:embedding'];
    const { values: embedding } = found['circumplex embedding'];
    values.values.forEach((value, i) => expect(value).toBeCloseTo(embedding.values[i], 3));
    await expect(featuresOf('circumplex:conv9')).rejects.toThrow(
      'invalid layer: conv9 (circumplex has conv1',
    );
  });

  it('says of a network whose file is gone why it has none, without a process for whoever asks', async () => {
    const store = { database: opened.database, dataDirectory: folder };
    await addModel(store, { ...tinyModel('tinyMusicnn'), name: 'gone' });
    const { sha256 } = tinyModel('tinyMusicnn');
    rmSync(modelFile(folder, sha256));
    const started = vi.spyOn(AnalysisClient.prototype, 'request');
    expect((await listNetworks(tools)).find(({ network }) => network === 'gone')).toEqual({
      network: 'gone',
      layers: [],
      fault: 'the file of the embedding model is not there: add it again',
    });
    expect(started).not.toHaveBeenCalled();
    started.mockRestore();
  });
});
