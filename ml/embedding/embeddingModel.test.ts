import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inPieces, referenceSignals } from '../audio/testing/referenceSignals.testing';
import { loadEmbeddingModel } from './embeddingModel';
import { frontEnds, type FrontEndName } from './frontEnds/frontEnds';

const graph = (name: string) => fileURLToPath(new URL(`fixtures/${name}.onnx`, import.meta.url));

const tinyModels: [string, FrontEndName, number][] = [
  ['tinyMusicnn', 'musicnn', 96],
  ['tinyVggish', 'vggish', 128],
  ['tinyOpenl3', 'openl3-mel128', 512],
  ['tinyOpenl3Large', 'openl3-mel256', 6144],
];

const load = (name: string, frontEnd: FrontEndName, output?: string) =>
  loadEmbeddingModel({ graph: graph(name), frontEnd, output });

/** Mean over time of each band of a window, [bands]. */
function bandMeans(frontEnd: FrontEndName, values: Float32Array): number[] {
  const { frames, bands } = frontEnds[frontEnd];
  return Array.from({ length: bands }, (_, band) => {
    const rows = Array.from({ length: frames }, (_, frame) => values[frame * bands + band]);
    return rows.reduce((sum, value) => sum + value, 0) / frames;
  });
}

describe('loadEmbeddingModel', () => {
  it.each(tinyModels)(
    'gives %s the windows of %s as it wants them laid out',
    async (name, frontEnd, size) => {
      const model = await load(name, frontEnd);
      expect(model).toMatchObject({
        output: 'embedding',
        size,
        sampleRateHz: frontEnds[frontEnd].sampleRateHz,
      });
      const [window] = frontEnds[frontEnd].stream().push(referenceSignals.chord(60_000));
      const [vector] = await model.embed([window.values]);
      const means = bandMeans(frontEnd, window.values);
      vector.forEach((value, i) => expect(value).toBeCloseTo(means[i % means.length], 3));
      await model.release();
    },
  );

  it.each(tinyModels)('embeds a track by %s the same however the stream is cut', async (name, frontEnd) => {
    const model = await load(name, frontEnd);
    const sound = referenceSignals.chord(200_000);
    const embed = async (pieces: Float32Array[]) => {
      const embedder = model.embedder();
      for (const piece of pieces) await embedder.push(piece);
      return embedder.finish();
    };
    const whole = await embed([sound]);
    expect(whole.length).toBe(model.size);
    const cut = await embed(inPieces(sound, [1, 70_000, 333, 90_000]));
    cut.forEach((value, i) => expect(value).toBeCloseTo(whole[i], 4));
    await model.release();
  });

  it('refuses a graph that does not fit its front end, and says why', async () => {
    await expect(load('tinyMusicnn', 'vggish')).rejects.toThrow(
      'invalid input: sound float32[batch, 187, 96] (vggish gives windows of 96 frames x 64 bands',
    );
    await expect(load('tinyOpenl3', 'openl3-mel256')).rejects.toThrow('invalid input');
    await expect(load('tinyMusicnn', 'musicnn', 'tags')).rejects.toThrow(
      'invalid output: tags (the graph has embedding)',
    );
    await expect(
      loadEmbeddingModel({ graph: graph('make_models.py'), frontEnd: 'musicnn' }),
    ).rejects.toThrow();
  });

  it('refuses to embed nothing, and what the network answers with zeros', async () => {
    const model = await load('tinyMusicnn', 'musicnn');
    await expect(model.embedder().finish()).rejects.toThrow('0 windows');
    const silence = model.embedder();
    await silence.push(new Float32Array(50_000));
    await expect(silence.finish()).rejects.toThrow('only zeros');
    await model.release();
  });
});
