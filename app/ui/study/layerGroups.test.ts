import { describe, expect, it } from 'vitest';
import { evenlySpread, layerGroups } from './layerGroups';

const networks = [
  {
    network: 'net',
    layers: ['conv1', 'pool', 'conv2', 'dense'].map((name) => ({ name: `net:${name}`, operation: 'Conv' })),
    fault: null,
  },
];

describe('layerGroups', () => {
  it('have the order of the network’s graph, whatever that of the study is', () => {
    const features = ['net:dense', 'envelope', 'net:conv2', 'net:conv1', 'other:a', 'net:conv2'];
    expect(layerGroups(features, networks)).toEqual([
      { network: 'net', layers: ['net:conv1', 'net:conv2', 'net:dense'] },
    ]);
  });

  it('have the order of numbers in their names where the network is not known', () => {
    expect(layerGroups(['w2v:12', 'w2v:2', ':x', 'w2v:1'], networks)).toEqual([
      { network: 'w2v', layers: ['w2v:1', 'w2v:2', 'w2v:12'] },
    ]);
  });
});

describe('evenlySpread', () => {
  it('begins with the first, ends with the last, and takes none twice', () => {
    const items = Array.from({ length: 31 }, (_, at) => at);
    const spread = evenlySpread(items, 6);
    expect([spread[0], spread[5], new Set(spread).size]).toEqual([0, 30, 6]);
    expect(evenlySpread([1, 2], 6)).toEqual([1, 2]);
  });
});
