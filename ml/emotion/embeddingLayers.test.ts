import { readFileSync } from 'node:fs';
import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { graphLayers } from '../embedding/graphLayers';
import { withOutputs } from '../onnx/graphNodes';
import { openSession } from '../onnx/session';
import { EmbeddingLayerNetwork, embeddingLayers } from './embeddingLayers';
import { EmbeddingNetwork } from './embeddingNetwork';
import { FrameChunks } from './frameChunks';
import { halfSecondMeans } from './halfSecondMeans';
import { referenceFrames } from './testing/referenceFrames.testing';

const graph = readFileSync(new URL('../models/embedding-1.onnx', import.meta.url));

/** How far two series of numbers are apart, over the largest number. */
function apart(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length);
  const largest = Array.from(one).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Array.from(one).reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0) / largest;
}

describe('the layers of the embedding network', () => {
  it('are in the order of its graph, by what the graph calls them', () => {
    const inGraph = graphLayers(graph).map(({ name }) => name);
    const places = embeddingLayers.map(({ tensor }) => inGraph.indexOf(tensor));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('end with the embedding itself, and are meaned as the network means its own', async () => {
    const frames = referenceFrames(1000);
    const chunk = { frames, skip: 0, keep: 32 };
    const network = await EmbeddingLayerNetwork.load(graph, ['context3', 'embedding']);
    const [context, last] = await network.hear(chunk);
    const whole = await EmbeddingNetwork.load(graph);
    expect(apart((await whole.embed(chunk)).embedding.values, last)).toBeLessThan(1e-5);
    // The network has the half seconds' means of that layer inside, by its own pooling.
    const means = '/network/AveragePool_output_0';
    const session = await openSession(withOutputs(graph, [means]));
    const answer = await session.run({ mel: new Tensor('float32', frames, [1, 1000, 96]) }, [means]);
    const ownMeans = answer[means].data as Float32Array;
    const inRows = Float32Array.from(context, (_, i) => ownMeans[(i % 192) * 32 + Math.floor(i / 192)]);
    expect(apart(inRows, context)).toBeLessThan(1e-5);
    await Promise.all([network.release(), whole.release(), session.release()]);
  });

  it('are the same of a long track in chunks as of the whole at once', async () => {
    const frames = referenceFrames(7000);
    const network = await EmbeddingLayerNetwork.load(graph, ['conv1', 'conv3', 'context3', 'wide']);
    const whole = await network.hear({ frames, skip: 0, keep: (7000 / 125) * 4 });
    const chunks = new FrameChunks();
    const parts: Float32Array[][] = [];
    for (const chunk of chunks.push(frames)) parts.push(await network.hear(chunk));
    const last = chunks.finish();
    if (last) parts.push(await network.hear(last));
    expect(parts.length).toBe(2);
    whole.forEach((values, layer) => {
      const joined = parts.flatMap((part) => [...part[layer]]);
      expect(values.length).toBe((7000 / 125) * 4 * network.layers[layer].channels);
      expect(apart(values, joined)).toBeLessThan(1e-4);
    });
    await network.release();
  });

  it('are refused by name where there are none', async () => {
    await expect(EmbeddingLayerNetwork.load(graph, ['conv9'])).rejects.toThrow('invalid layer: conv9 (the');
  });
});

describe('halfSecondMeans', () => {
  it('shares a frame on the border of two half seconds', () => {
    // Three frames of two bands over two half seconds: the middle one lies half in each.
    const layer = { data: Float32Array.from([1, 3, 4, 4, 9, 11]), dims: [1, 1, 3, 2] };
    const [first, second] = halfSecondMeans(layer, { halfSeconds: 2, framesPerHalfSecond: 1.5 });
    expect(first).toBeCloseTo((2 * 2) / 3 + 4 / 3, 6);
    expect(second).toBeCloseTo(4 / 3 + (2 * 10) / 3, 6);
  });
});
