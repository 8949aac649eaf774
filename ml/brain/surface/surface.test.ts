import { describe, expect, it } from 'vitest';
import { divergingScale } from '../colour/colourScale';
import { folds } from './folds';
import { surfaceRegions, type HemisphereMesh } from './surfaceRegions';
import { vertexColours } from './vertexColours';

const target = (name: string, centre: [number, number, number] | null = null) => ({
  name,
  network: null,
  hemisphere: null,
  centre,
});

const mesh: HemisphereMesh = {
  hemisphere: 'left',
  folded: Float32Array.from([-40, 0, 0, -41, 1, 0, -40, 30, 0, -40, -60, 0]),
  vertices: 4,
  labels: Uint16Array.from([0, 1, 1, 2]),
  names: ['', 'front', 'back'],
};

describe('surfaceRegions', () => {
  it('follows parcels by name', () => {
    const values = [target('back'), target('front')].map((each) => ({ target: each, value: 1 }));
    expect([...surfaceRegions(mesh, values)]).toEqual([-1, 1, 1, 0]);
  });

  it('paints around a centre where no parcel has the name, and parcels above', () => {
    const values = [
      { target: target('spot', [-41, 0, 0]), value: 1 },
      { target: target('front'), value: 2 },
    ];
    expect([...surfaceRegions(mesh, values)]).toEqual([0, 1, 1, -1]);
    expect([...surfaceRegions({ ...mesh, labels: null, names: [''] }, values)]).toEqual([0, 0, -1, -1]);
  });

  it('reaches the nearest vertex of a deep region, none of one far away or on the other side', () => {
    const around = (...centre: [number, number, number]) => [
      ...surfaceRegions({ ...mesh, labels: null }, [{ target: target('spot', centre), value: 1 }]),
    ];
    expect(around(-40, 44, 0)).toEqual([-1, -1, 0, -1]);
    expect(around(-40, 80, 0)).toEqual([-1, -1, -1, -1]);
    expect(around(40, 0, 0)).toEqual([-1, -1, -1, -1]);
  });

  it('paints no ball for a parcel of another side', () => {
    const values = [{ target: target('7Networks_LH_Vis_1', [-40, 0, 0]), value: 1 }];
    expect([...surfaceRegions(mesh, values)]).toEqual([-1, -1, -1, -1]);
  });
});

describe('vertexColours', () => {
  const scale = divergingScale({ limit: 1, floor: 0.5, scheme: 'light' });
  const values = [0.9, 0.1, null].map((value, index) => ({ target: target(String(index)), value }));
  const paint = (folded: Float32Array | null) =>
    vertexColours({ regions: Int32Array.from([0, 1, 2, -1]), folds: folded, values, scale, scheme: 'light' });

  it('gives a vertex the colour of its value, and cortex to what is under the floor, unknown or no region', () => {
    const colours = paint(null);
    const hex = [...colours.slice(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(`#${hex}`).toBe(scale.colourOf(0.9));
    const [, ...others] = [0, 1, 2, 3].map((vertex) => colours.slice(4 * vertex, 4 * vertex + 4).join());
    expect(new Set(others).size).toBe(1);
    expect(colours[3]).toBe(255);
  });

  it('shades cortex by its folds, never a value', () => {
    const [flat, folded] = [paint(null), paint(Float32Array.from([1, 1, -1, 0]))];
    expect(folded.slice(0, 4)).toEqual(flat.slice(0, 4));
    expect(folded[4]).toBeLessThan(flat[4]);
    expect(folded[8]).toBeGreaterThan(flat[8]);
    expect(folded.slice(12)).toEqual(flat.slice(12));
  });
});

describe('folds', () => {
  it('tells the floor of a dent from the crown of a bump', () => {
    const size = 21;
    const at = (column: number, row: number) => row * size + column;
    const height = (column: number, row: number) =>
      5 * Math.exp(-((column - 5) ** 2 + (row - 10) ** 2) / 6) -
      5 * Math.exp(-((column - 15) ** 2 + (row - 10) ** 2) / 6);
    const grid = Array.from({ length: size * size }, (_, vertex) => [
      vertex % size,
      Math.floor(vertex / size),
    ]);
    const points = Float32Array.from(grid.flatMap(([column, row]) => [column, row, height(column, row)]));
    const cells = grid.filter(([column, row]) => column < size - 1 && row < size - 1);
    const triangles = Uint32Array.from(
      cells.flatMap(([c, r]) => [
        at(c, r),
        at(c + 1, r),
        at(c, r + 1),
        at(c + 1, r),
        at(c + 1, r + 1),
        at(c, r + 1),
      ]),
    );
    const depth = folds(points, triangles);
    expect(depth[at(5, 10)]).toBe(-1);
    expect(depth[at(15, 10)]).toBe(1);
    expect(Math.abs(depth[at(10, 2)])).toBeLessThan(0.05);
  });
});
