import { describe, expect, it } from 'vitest';
import { analysisSpec, encodingSpec } from '@/server/research/analyses/analysisSpec';
import { layersOf, mostLayers, withLayers } from './layerSpec';

const plain = encodingSpec.parse({ kind: 'encoding', spaces: [{ name: 'x', series: 'x' }] });
const group = { network: 'net', layers: ['net:a', 'net:b', 'net:c'] };

describe('withLayers', () => {
  it('takes layers as they are, in their order, as the server takes them', () => {
    const spec = withLayers(plain, ['net:a', 'net:c']);
    expect(spec.spaces.map(({ name, series, change }) => [name, series, change])).toEqual([
      ['net:a', 'net:a', 'none'],
      ['net:c', 'net:c', 'none'],
    ]);
    expect(spec.plan.layers).toBe(true);
    expect(analysisSpec.safeParse(spec).success).toBe(true);
  });

  it('takes no more than the server does of a deep network, the first and the last among them', () => {
    const deep = Array.from({ length: 50 }, (_, at) => `net:${at}`);
    const { spaces } = withLayers(plain, deep);
    expect(spaces.map(({ name }) => name)).toEqual(expect.arrayContaining(['net:0', 'net:49']));
    expect(spaces).toHaveLength(mostLayers);
    expect(analysisSpec.safeParse(withLayers(plain, deep)).success).toBe(true);
  });
});

describe('layersOf', () => {
  it('is the network of layers, and none of spaces that are no layers', () => {
    expect(layersOf(withLayers(plain, ['net:b', 'net:c']), [group])).toBe(group);
    expect(layersOf(plain, [group])).toBeNull();
    expect(layersOf(withLayers(plain, ['other:b', 'net:c']), [group])).toBeNull();
  });
});
