import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneToSvg } from '@/ml/brain/scene/sceneToSvg';
import { regionAttribute, type SceneNode } from '@/ml/brain/scene/sceneNode';
import { allNodes } from '@/ml/brain/testing/brainFigure.testing';
import { differentialEntropy } from '../entropy/differentialEntropy';
import { entropyPlans } from '../entropy/entropyPlans';
import { genevaOrder } from '../montage/channelOrders';
import { sitePositions, type SitePosition } from '../montage/sitePositions';
import { headSignals } from '../testing/headSignals.testing';
import type { HeadFigure } from './headFigure';
import { cellCentre, headField, headGrid } from './headGrid';
import { projected, unprojected } from './headProjection';
import { colourOfValue, differenceScale, rangeScale, roundRange } from './headScale';
import { headScene } from './headScene';

const electrodes = genevaOrder.map((channel) => ({ channel, position: sitePositions.get(channel)! }));
const grid = headGrid(electrodes.map(({ position }) => position));
const lateral = electrodes.map(({ position: [right] }) => right);

/** The mean entropy of a band at each electrode, with a wave of 10 Hz that comes from a place in the head. */
function alphaFrom(source: SitePosition, microvolts: number): number[] {
  const signals = headSignals(genevaOrder, 128 * 30);
  electrodes.forEach(({ position }, channel) => {
    const apart = Math.hypot(...source.map((value, axis) => value - position[axis]));
    const share = microvolts * Math.exp(-4 * apart ** 2);
    signals[channel].forEach(
      (_, at) => (signals[channel][at] += share * Math.sin((2 * Math.PI * 10 * at) / 128)),
    );
  });
  const samples = signals.map((signal) => Float32Array.from(signal));
  const entropy = differentialEntropy(
    { rateHz: 128, channels: [...genevaOrder], samples },
    entropyPlans.default,
  );
  return genevaOrder.map((_, channel) => {
    const all = entropy.values.filter((_, at) => at % 128 === 4 * channel + 1);
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  });
}

const figureOf = (changes: Partial<HeadFigure> = {}): HeadFigure => ({
  maps: [{ title: 'alpha', values: lateral }],
  electrodes,
  grid,
  scale: rangeScale({ from: -1, to: 1, scheme: 'light' }),
  scheme: 'light',
  measure: 'differential entropy (nats)',
  width: 400,
  labels: false,
  idPrefix: 'test',
  ...changes,
});

const inside = (cell: number) => Math.hypot(...cellCentre(grid.cells, cell)) <= 1;

describe('projected', () => {
  it('keeps angles from the vertex as distances, left left and the front up', () => {
    const close = (site: string, [x, y]: readonly [number, number]) => {
      const [right, front] = projected(sitePositions.get(site)!);
      expect(right).toBeCloseTo(x, 9);
      expect(front).toBeCloseTo(y, 9);
    };
    close('Cz', [0, 0]);
    close('Nz', [0, 1]);
    close('Iz', [0, -1]);
    close('T9', [-1, 0]);
    close('Fz', [0, 0.4]);
    close('T8', [0.8, 0]);
  });

  it('is undone, short of the point opposite', () => {
    const angle = fc.double({ min: 0, max: 1.9, noNaN: true });
    fc.assert(
      fc.property(angle, fc.double({ min: -3.1, max: 3.1, noNaN: true }), (distance, direction) => {
        const point = [distance * Math.cos(direction), distance * Math.sin(direction)] as const;
        const again = projected(unprojected(point));
        expect(Math.hypot(again[0] - point[0], again[1] - point[1])).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('headField', () => {
  it.each(['Oz', 'Fz', 'T7'])('is lit by a source planted at %s there, and nowhere else', (site) => {
    const source = sitePositions.get(site)!;
    const field = headField(grid, alphaFrom(source, 40));
    const cells = [...field.keys()].filter(inside);
    const brightest = cells.reduce((best, cell) => (field[cell] > field[best] ? cell : best));
    const apart = (cell: number) => {
      const [centre, place] = [cellCentre(grid.cells, cell), projected(source)];
      return Math.hypot(centre[0] - place[0], centre[1] - place[1]);
    };
    expect(apart(brightest)).toBeLessThan(0.3);
    const meanOf = (some: readonly number[]) =>
      some.reduce((sum, cell) => sum + field[cell], 0) / some.length;
    const [near, far] = [
      cells.filter((cell) => apart(cell) < 0.3),
      cells.filter((cell) => apart(cell) > 0.8),
    ];
    expect(meanOf(near)).toBeGreaterThan(meanOf(far) + 0.8);
  });

  it('is level where all electrodes agree, and mirrored where they are', () => {
    for (const value of headField(
      grid,
      electrodes.map(() => 3),
    ))
      expect(value).toBeCloseTo(3, 9);
    const field = headField(grid, lateral);
    for (let cell = 0; cell < field.length; cell++) {
      const row = Math.floor(cell / grid.cells);
      const mirror = row * grid.cells + (grid.cells - 1 - (cell % grid.cells));
      expect(field[mirror]).toBeCloseTo(-field[cell], 6);
    }
  });

  it('refuses values that do not fit', () => {
    expect(() => headField(grid, [1, 2])).toThrow('invalid values: 2 (one for each of 32 electrodes)');
    expect(() =>
      headField(
        grid,
        lateral.map((value, at) => (at === 3 ? NaN : value)),
      ),
    ).toThrow('invalid value: NaN of electrode 4');
  });
});

describe('head scales', () => {
  it('share a round range', () => {
    expect(roundRange([1.13, 3.87])).toEqual([1, 4]);
    expect(roundRange([2, 2])).toEqual([1.5, 2.5]);
    expect(roundRange([])).toEqual([0, 1]);
    expect(() => rangeScale({ from: 2, to: 2, scheme: 'light' })).toThrow('invalid to: 2');
  });

  it('clip what lies beyond their ends, with numbers along the bar', () => {
    const scale = rangeScale({ from: 1, to: 4, scheme: 'dark' });
    expect(colourOfValue(scale, 9)).toBe(scale.colourAt(1));
    expect(colourOfValue(scale, 0)).toBe(scale.colourAt(0));
    expect(colourOfValue(scale, 2.5)).toBe(scale.colourAt(0.5));
    expect(scale.ticks.map(({ label }) => label)).toEqual(['1', '2', '3', '4']);
    expect(differenceScale({ limit: 2, scheme: 'light' })).toMatchObject({ from: -2, to: 2 });
  });
});

describe('headScene', () => {
  const circles = (nodes: readonly SceneNode[]) =>
    nodes.filter(({ tag, attributes }) => tag === 'circle' && regionAttribute in attributes);

  it('shows each electrode on each map where it lies, and the strongest colour on its side', () => {
    const scene = headScene(
      figureOf({ maps: ['theta', 'alpha'].map((title) => ({ title, values: lateral })) }),
    );
    const nodes = allNodes(scene);
    expect(circles(nodes)).toHaveLength(64);
    const [left, right] = ['T7', 'T8'].map((site) =>
      circles(nodes).find(({ attributes }) => attributes[regionAttribute] === site),
    );
    expect(left!.attributes.cx).toBeLessThan(Number(right!.attributes.cx));
    const strongest = nodes.filter(({ tag, attributes }) => tag === 'path' && attributes.fillRule);
    const corners = String(strongest[strongest.length / 2 - 1].attributes.d)
      .match(/[-\d.]+(?=,)/g)!
      .map(Number);
    for (const x of corners) expect(x).toBeGreaterThan(100);
    expect(scene.title).toBe('Head map of differential entropy (nats) at 32 electrodes: theta, alpha');
  });

  it.each([160, 390, 760, 1280])('stays within a width of %i pixels', (width) => {
    const maps = ['theta', 'alpha', 'beta', 'gamma'].map((title) => ({ title, values: lateral }));
    const scene = headScene(figureOf({ width, maps, labels: true }));
    for (const { attributes } of circles(allNodes(scene))) {
      expect(Number(attributes.cx)).toBeGreaterThan(0);
      expect(Number(attributes.cx)).toBeLessThan(width);
      expect(Number(attributes.cy)).toBeLessThan(scene.height);
    }
  });

  it('is written as a file that holds all its colours', () => {
    const file = sceneToSvg(headScene(figureOf()));
    expect(file).not.toMatch(/NaN|undefined|href|var\(/);
    expect(file).toContain('clip-path="url(#test-head-0)"');
    expect(file).toContain('fill-rule="evenodd"');
  });

  it('draws one colour where nothing differs, and refuses a width that nothing fits in', () => {
    const level = figureOf({ maps: [{ title: '', values: lateral.map(() => -1) }] });
    const filled = allNodes(headScene(level)).filter(({ attributes }) => attributes.fillRule);
    expect(filled).toEqual([]);
    expect(() => headScene(figureOf({ width: 100 }))).toThrow('invalid width: 100');
  });
});
