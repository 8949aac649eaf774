import { describe, expect, it } from 'vitest';
import type { LayerPreference } from '@/ml/encoding/encodingReport';
import { layerScale } from './colour/layerScale';
import { orderColour } from './colour/valueColours';
import { jointFloor, layerMeasure, layerValues, shortLayers } from './layerValues';
import { brainScene } from './scene/brainScene';
import { regionAttribute } from './scene/sceneNode';
import { allNodes, namedValues, testFigure } from './testing/brainFigure.testing';

const layers = ['net:first', 'net:second', 'net:third'];
const targets = namedValues('LIFG', 'dmPFC', 'RIFG', 'left STG').map(({ target }) => target);
const preference = (best: string | null, tied: string[], depth: number): LayerPreference => ({
  ...{ best, next: null, ahead: null, p: null, tied },
  depth: best === null ? null : { value: depth, low: depth - 0.25, high: depth + 0.25 },
});
const preferred = {
  targets,
  layers,
  preferences: [
    preference('net:third', [], 2.5),
    preference('net:second', ['net:first'], 1.5),
    preference('net:first', [], 1.25),
    preference(null, [], 0),
  ],
  joint: { observed: [0.3, 0.2, 0.05, 0.4], p: null, pFamily: null, q: null, threshold: 0.1 },
};

describe('layerValues', () => {
  it('are places, edged where they are told apart, of regions over the threshold only', () => {
    const values = layerValues(preferred, { show: 'best', floor: jointFloor(preferred.joint) });
    expect(values.map(({ value }) => value)).toEqual([3, 2, 0, 0]);
    expect(values.map(({ significant }) => significant ?? false)).toEqual([true, false, false, false]);
    expect(values.map(({ words }) => words)).toEqual([
      ...['third', 'second, tied with first', 'not predicted', 'by no layer alone'],
    ]);
  });

  it('are mean depths with their bounds, and all of them from a lower floor on', () => {
    const values = layerValues(preferred, { show: 'depth', floor: 0 });
    expect(values.map(({ value }) => value)).toEqual([2.5, 1.5, 1.25, 0]);
    expect(values[0].words).toBe('2.5 of 3 (2.3 to 2.8)');
  });

  it('are drawn in their layers’ colours with their words, under a bar of as many steps', () => {
    const scale = layerScale({ count: 3, show: 'best', scheme: 'light' });
    const values = layerValues(preferred, { show: 'best', floor: 0.1 });
    const nodes = allNodes(brainScene(testFigure({ values, scale, views: ['hemispheres'] })));
    const fills = targets.map(
      ({ name }) => nodes.find(({ attributes }) => attributes[regionAttribute] === name)?.attributes.fill,
    );
    expect(fills.slice(0, 2)).toEqual([orderColour(1, 'light'), orderColour(0.5, 'light')]);
    expect(fills[2]).toBe(fills[3]);
    expect(nodes.some(({ text }) => text === 'dmPFC: second, tied with first')).toBe(true);
    const stops = nodes.filter(({ tag }) => tag === 'stop').map(({ attributes }) => attributes.stopColor);
    expect(new Set(stops)).toEqual(new Set([0, 0.5, 1].map((share) => orderColour(share, 'light'))));
  });
});

describe('names of layers', () => {
  it('are told without their network where they have one, and shortened under a bar', () => {
    expect(shortLayers(layers)).toEqual(['first', 'second', 'third']);
    expect(shortLayers(['a', 'net:b'])).toEqual(['a', 'net:b']);
    expect(layerMeasure(['n:a', 'n:features/block_12/relu_output'], 'best')).toBe(
      'preferred layer, 1 (a) to 2 (…ck_12/relu_output)',
    );
  });
});

describe.each(['light', 'dark'] as const)('the colours of an order on %s', (scheme) => {
  it('grow darker step by step, and no two of twelve are alike', () => {
    const bytes = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    const colours = Array.from({ length: 12 }, (_, place) => bytes(orderColour(place / 11, scheme)));
    const luminance = ([red, green, blue]: number[]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    colours.slice(1).forEach((colour, at) => {
      expect(luminance(colour)).toBeLessThan(luminance(colours[at]));
      expect(Math.hypot(...colour.map((byte, axis) => byte - colours[at][axis]))).toBeGreaterThan(12);
    });
  });
});

describe('layerScale', () => {
  it('has a number for every layer, or every few of many, and refuses a single layer', () => {
    const labels = (count: number) =>
      layerScale({ count, show: 'best', scheme: 'dark' }).ticks.map(({ label }) => label);
    expect(labels(3)).toEqual(['1', '2', '3']);
    expect(labels(20)).toHaveLength(10);
    const depth = layerScale({ count: 5, show: 'depth', scheme: 'dark' });
    expect(depth.colourAt(0.5)).toBe(depth.colourOf(3));
    expect(depth.colourOf(0)).toBeNull();
    expect(() => layerScale({ count: 1, show: 'best', scheme: 'dark' })).toThrow('invalid count: 1');
  });
});
