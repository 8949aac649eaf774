import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { graphLayers } from './graphLayers';
import { loadLayerModel } from './layerModel';
import { loadEmbeddingModel } from './embeddingModel';
import reference from './reference/layers.json';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const layered = readFileSync(at('fixtures/layered.onnx'));
const window = Float32Array.from({ length: 187 * 96 }, (_, i) => (i % 251) / 251);

const musicnn = at('../../../shared/models/MSD_musicnn.onnx');
const hasMusicnn = existsSync(musicnn);
if (!hasMusicnn) console.warn(`skipped: MusiCNN is not there (${musicnn})`);

describe('graphLayers', () => {
  it('names what has a name, known channels, and is of a usual kind, and every output', () => {
    expect(graphLayers(layered)).toEqual([
      { name: 'conv', operation: 'Conv', channelAxis: 'first', isOutput: false },
      { name: 'relu', operation: 'Relu', channelAxis: 'first', isOutput: false },
      { name: 'hidden', operation: 'MatMul', channelAxis: 'last', isOutput: false },
      { name: 'active', operation: 'Relu', channelAxis: 'last', isOutput: false },
      { name: 'embedding', operation: 'ReduceMean', channelAxis: null, isOutput: true },
    ]);
  });

  it('refuses what is no graph, or is cut off', () => {
    expect(() => graphLayers(Buffer.from('not a graph, only words'))).toThrow('invalid graph');
    expect(() => graphLayers(layered.subarray(0, -5))).toThrow('invalid graph');
  });
});

describe('loadLayerModel', () => {
  it("gives the means of the layers' channels that onnx's own evaluator gives", async () => {
    const layers = Object.keys(reference);
    const model = await loadLayerModel({ graph: layered, frontEnd: 'musicnn', layers });
    const vectors = await model.embed(window);
    Object.values(reference).forEach((expected, i) => {
      expect(model.sizes[i]).toBe(expected.length);
      expected.forEach((value, k) => expect(vectors[i][k]).toBeCloseTo(value, 4));
    });
    await model.release();
  });

  it('names the layers that there are where one is asked for that is not', async () => {
    const wanted = loadLayerModel({ graph: layered, frontEnd: 'musicnn', layers: ['without'] });
    await expect(wanted).rejects.toThrow(
      'invalid layer: without (the graph names conv, relu, hidden, active, embedding)',
    );
    const other = loadLayerModel({ graph: layered, frontEnd: 'vggish', layers: ['embedding'] });
    await expect(other).rejects.toThrow('invalid input');
  });

  it.skipIf(!hasMusicnn)('looks into MusiCNN, whose own outputs stay what they are', async () => {
    const graph = readFileSync(musicnn);
    const layers = ['front0_relu', 'mid5', 'dense_biasadd'];
    const inner = await loadLayerModel({ graph, frontEnd: 'musicnn', layers });
    expect(inner.sizes).toEqual([204, 64, 200]);
    const [, , dense] = await inner.embed(window);
    const whole = await loadEmbeddingModel({ graph: musicnn, frontEnd: 'musicnn' });
    const [embedding] = await whole.embed([window]);
    dense.forEach((value, i) => expect(value).toBeCloseTo(embedding[i], 4));
    await Promise.all([inner.release(), whole.release()]);
  });
});
