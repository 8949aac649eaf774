import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SceneNode } from '../brain/scene/sceneNode';
import { density } from './density';
import { lineFigure } from './lineFigure';
import { raincloudFigure } from './raincloudFigure';
import { scatterFigure } from './scatterFigure';

const frame = { title: 'a figure', scheme: 'light', width: 480, height: 220 } as const;
const axes = { xLabel: 'lag (s)', yLabel: 'r' };

const all = (nodes: readonly SceneNode[], tag: SceneNode['tag']): SceneNode[] =>
  nodes.flatMap((node) => [...(node.tag === tag ? [node] : []), ...all(node.children, tag)]);

describe('density', () => {
  it('is worked by hand: two values one apart', () => {
    const width = 0.9 * Math.min(Math.SQRT1_2, 0.5 / 1.34) * 2 ** -0.2;
    const at = (place: number) =>
      Math.exp(-0.5 * (place / width) ** 2) / (2 * width * Math.sqrt(2 * Math.PI));
    expect(density([0, 1], [0])[0]).toBeCloseTo(at(0) + at(1), 12);
    expect(density([3, 3, 3], [3, 4])).toEqual([0, 0]);
  });

  it('has area 1 and moves with its values', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (numbers, shift) => {
        fc.pre(new Set(numbers).size > 1);
        const places = Array.from({ length: 8001 }, (_, step) => -200 + step * 0.05);
        const heights = density(numbers, places);
        expect(heights.reduce((sum, height) => sum + height * 0.05, 0)).toBeCloseTo(1, 2);
        const [moved] = density(
          numbers.map((value) => value + shift),
          [shift],
        );
        expect(moved).toBeCloseTo(density(numbers, [0])[0], 12);
      }),
      { numRuns: 30 },
    );
  });
});

describe('density of two heaps', () => {
  it('has two hills', () => {
    const heaps = [0.19, 0.2, 0.21, 0.2, 0.79, 0.8, 0.81, 0.8];
    const [first, between, second] = density([...heaps, ...heaps], [0.2, 0.5, 0.8]);
    expect(between).toBeLessThan(Math.min(first, second));
  });
});

describe('lineFigure', () => {
  it('draws a line for each, broken at gaps, with dots where it is significant', () => {
    const { nodes } = lineFigure({
      ...frame,
      ...axes,
      x: [0, 1, 2, 3],
      lines: [
        { name: 'envelope', values: [0, 0.2, null, 0.1], significant: [false, true, true, false] },
        { name: 'VGGish', values: [0.1, 0.1, 0.1, 0.1] },
      ],
    });
    const paths = all(nodes, 'path').map(({ attributes }) => String(attributes.d));
    expect(paths.map((path) => path.match(/M/g)?.length)).toEqual([2, 1]);
    expect(all(nodes, 'circle')).toHaveLength(1);
    expect(all(nodes, 'text').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['envelope', 'VGGish', 'lag (s)', 'r']),
    );
  });

  it('refuses a line of another length, and lives with nothing to draw', () => {
    const lines = [{ name: 'envelope', values: [0, 1] }];
    expect(() => lineFigure({ ...frame, ...axes, x: [0], lines })).toThrow(
      'invalid envelope: 2 values (one a place, 1)',
    );
    expect(JSON.stringify(lineFigure({ ...frame, ...axes, x: [], lines: [] }))).not.toContain('null');
  });
});

describe('raincloudFigure', () => {
  it('has a drop for every value, within the drawing, the same each time', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), (groups) => {
        const figure = {
          ...frame,
          xLabel: 'r',
          groups: groups.map((own, index) => ({ name: `group ${index}`, values: own })),
        };
        const drawn = raincloudFigure(figure);
        expect(raincloudFigure(figure)).toEqual(drawn);
        const drops = all(drawn.nodes, 'circle').filter(({ attributes }) => attributes.r === 2.4);
        expect(drops).toHaveLength(groups.flat().length);
        for (const { attributes } of drops) {
          expect(Number(attributes.cx)).toBeGreaterThanOrEqual(0);
          expect(Number(attributes.cx)).toBeLessThanOrEqual(figure.width);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('bands of a lineFigure', () => {
  const band = { name: 'chance', low: [-3, null, 0], high: [1, 2, 5], line: null };
  const drawn = (own: typeof band) =>
    lineFigure({ ...frame, ...axes, x: [0, 1, 2], lines: [{ name: 'r', values: [0, 0, 0] }], bands: [own] });

  it('lie behind the lines, are named, and are broken where one end is missing', () => {
    const { nodes } = drawn({ ...band, low: [-3, -2, 0] });
    const [shape] = all(nodes, 'path');
    expect(all([shape], 'title').map(({ text }) => text)).toEqual(['chance']);
    const pieces = (nodesOf: readonly SceneNode[]) =>
      String(all(nodesOf, 'path')[0].attributes.d).split('M').length - 1;
    expect(pieces(nodes)).toBe(1);
    expect(pieces(drawn(band).nodes)).toBe(2);
  });

  it('widen the scale, and are refused where they have not a value for each place', () => {
    const words = all(drawn(band).nodes, 'text').map(({ text }) => text);
    expect(words).toContain('5');
    expect(() => drawn({ ...band, high: [1, 2] })).toThrow('invalid chance: 2 values (one a place, 3)');
  });
});

describe('scatterFigure', () => {
  const mark = { colour: '#123456', shape: 'disc' as const };
  const circles = (marks: readonly { x: number; y: number }[]) =>
    all(
      scatterFigure({ ...frame, key: [], marks: marks.map((at) => ({ ...at, ...mark })) }).nodes,
      'circle',
    ).map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)]);

  it('keeps the shape of a cloud: both axes are stretched by one factor, up is up', () => {
    const [origin, right, up] = circles([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 0, y: 2 },
    ]);
    expect(right[0] - origin[0]).toBeCloseTo(2 * (origin[1] - up[1]), 0);
    expect(right[1]).toBe(origin[1]);
  });

  it('keeps every mark on the paper, also where all are one', () => {
    const places = fc.array(
      fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(places, (marks) => {
        for (const [cx, cy] of circles(marks)) {
          expect(cx).toBeGreaterThanOrEqual(0);
          expect(cx).toBeLessThanOrEqual(frame.width);
          expect(cy).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('tells shapes and colours by a key', () => {
    const key = [{ name: 'music', colour: '#123456', shape: 'diamond' as const }];
    const { nodes } = scatterFigure({ ...frame, marks: [], key });
    expect(all(nodes, 'text').map(({ text }) => text)).toEqual(['music']);
    expect(all(nodes, 'path')[0].attributes.fill).toBe('#123456');
  });
});
