import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { frontEnds } from '@/ml/embedding/frontEnds/frontEnds';
import { TrackEmbedder } from '@/ml/embedding/trackEmbedder';
import { decodeFile } from '../analysis/decodeFile';
import { hearFile } from '../analysis/hearFile';
import { identifyFile } from '../analysis/identifyFile';
import { questionTo, type ListenerQuestion } from '../analysis/listenerKind';
import { profile } from '../analysis/profile';
import { profileHandler } from '../analysis/profileListener';
import { writeTestWav } from '../analysis/testing/sounds.testing';
import { embedding } from './embedding';
import { embeddingHandler } from './embeddingListener';
import { loadedModel } from './loadedModel';
import { tinyModel } from './testing/models.testing';

vi.mock(import('../analysis/decodeFile'), async (original) => {
  const actual = await original();
  return { ...actual, decodeFile: vi.fn(actual.decodeFile) };
});

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circumplex-hear-'));
  writeTestWav(at('song.wav'), { seed: 3, seconds: 7, sampleRateHz: 44_100, channels: 2 });
  writeTestWav(at('silence.wav'), { seed: 0, seconds: 4 });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  vi.mocked(decodeFile).mockClear();
});

const { place: graph, sha256, frontEnd } = tinyModel();
const profiling = questionTo(profile, null);
const embeddingBy = (graphFile: string) => questionTo(embedding, { graph: graphFile, sha256, frontEnd });

async function hear(name: string, ...listeners: ListenerQuestion[]) {
  const identity = await identifyFile({ path: at(name) }, () => undefined);
  const hearing = { path: at(name), identity, listeners };
  return hearFile(hearing, [profileHandler, embeddingHandler], () => undefined);
}

describe('a file that is profiled and embedded', () => {
  it('is decoded once, with what each hears alone to the last bit', async () => {
    const together = await hear('song.wav', profiling, embeddingBy(graph));
    expect(decodeFile).toHaveBeenCalledTimes(1);
    expect(together).toEqual({
      ...(await hear('song.wav', profiling)),
      ...(await hear('song.wav', embeddingBy(graph))),
    });
    expect(together.profile).toMatchObject({ kind: 'answered', answer: { channels: 2, warning: null } });
    expect(together.embedding).toMatchObject({ kind: 'answered' });
  });

  it('has its profile though the network has no answer, or is gone', async () => {
    const silent = await hear('silence.wav', embeddingBy(graph), profiling);
    expect(silent.embedding).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/only zeros/) as string,
    });
    expect(silent.profile.kind).toBe('answered');
    const gone = await hear('song.wav', embeddingBy(at('gone.onnx')), profiling);
    expect(gone.embedding).toMatchObject({ kind: 'failed', code: 'unavailable' });
    expect(gone.profile).toEqual((await hear('song.wav', profiling)).profile);
  });
});

/** Writes a sound of so many seconds, of which a part of the file is left. */
function writeCut(name: string, seconds: number, part: number): void {
  writeTestWav(at(name), { seconds });
  truncateSync(at(name), Math.round(part * statSync(at(name)).size));
}

describe('an embedding', () => {
  afterEach(() => vi.restoreAllMocks());

  it('takes a file that breaks off after the first second as far as it goes, and no other', async () => {
    writeCut('cut.wav', 20, 0.5);
    const { embedding: cut } = await hear('cut.wav', embeddingBy(graph));
    expect(cut).toMatchObject({ kind: 'answered' });
    writeCut('short.wav', 1.5, 0.5);
    await expect(hear('short.wav', embeddingBy(graph))).rejects.toThrow('seconds of sound');
  });

  it('embeds no part of a sound where the network fails once after the first second', async () => {
    writeTestWav(at('long.wav'), { seconds: 40 });
    let windows = 0;
    const embedWindow = () =>
      ++windows === 5
        ? Promise.reject(new Error('out of memory'))
        : Promise.resolve([new Float32Array(96).fill(1)]);
    const loaded = await loadedModel({ graph, sha256, frontEnd });
    vi.spyOn(loaded, 'embedder').mockReturnValue(new TrackEmbedder(frontEnds.musicnn, embedWindow, 1));
    const { embedding: failed } = await hear('long.wav', embeddingBy(graph));
    expect(failed).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('out of memory') as string,
    });
  });
});
