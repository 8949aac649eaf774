import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { frontEnds } from '@/ml/embedding/frontEnds/frontEnds';
import { TrackEmbedder } from '@/ml/embedding/trackEmbedder';
import { identifyFile } from './identifyFile';
import { writeTestWav } from './testing/sounds.testing';
import { tinyModel } from '../embeddings/testing/models.testing';
import { embedFile } from './embedFile';
import { loadedModel } from './loadedModel';

const folder = mkdtempSync(join(tmpdir(), 'circumplex-embed-'));
const { place: graph, sha256, frontEnd } = tinyModel();
const model = { graph, sha256, frontEnd };

/** Embeds a sound of so many seconds, of which a part of the file is left. */
async function embed(seconds: number, part: number): Promise<Float32Array> {
  const path = join(folder, 'sound.wav');
  writeTestWav(path, { seconds });
  truncateSync(path, Math.round(part * statSync(path).size));
  const identity = await identifyFile(path, () => undefined);
  return embedFile({ path, identity, model }, () => undefined);
}

afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

describe('embedFile', () => {
  it('takes a file that breaks off after the first second as far as it goes, and no other', async () => {
    expect(await embed(20, 0.5)).toHaveLength(96);
    await expect(embed(1.5, 0.5)).rejects.toThrow('seconds of sound');
  });

  it('embeds no part of a sound where the network fails once after the first second', async () => {
    const fault = new Error('out of memory');
    let windows = 0;
    const embedWindow = () =>
      ++windows === 5 ? Promise.reject(fault) : Promise.resolve([new Float32Array(96).fill(1)]);
    const loaded = await loadedModel(model);
    vi.spyOn(loaded, 'embedder').mockReturnValue(new TrackEmbedder(frontEnds.musicnn, embedWindow, 1));
    await expect(embed(40, 1)).rejects.toBe(fault);
  });
});
