import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedRegions } from '../regions/namedRegions';
import { schaefer100 } from '../regions/schaefer100';
import { axialOutline, coronalOutline } from './glass';
import { hemisphereOutline, lateralDrawing, medialDrawing } from './hemisphere';
import { isWithin, splinePath, type ViewPoint } from './spline';

const centresOfParcels = [...schaefer100.values()];
const centresOfRegions = namedRegions.flatMap(({ left, right }) => [left, right]);
const centres = [...centresOfParcels, ...centresOfRegions];

describe('the outlines of the brain', () => {
  it('hold every tabulated centre in all three directions', () => {
    const outside = centres.filter(
      ([x, y, z]) =>
        !isWithin([y, z], hemisphereOutline) ||
        !isWithin([x, z], coronalOutline) ||
        !isWithin([x, y], axialOutline),
    );
    expect(outside).toEqual([]);
  });

  it.each([
    { size: 'length', outline: hemisphereOutline, axis: 0, least: -109, most: 76 },
    { size: 'height', outline: hemisphereOutline, axis: 1, least: -50, most: 82 },
    { size: 'width', outline: axialOutline, axis: 0, least: -73, most: 73 },
  ])('have the $size of the MNI152 brain within some millimetres', ({ outline, axis, least, most }) => {
    const along = outline.map((point) => point[axis]);
    expect(Math.min(...along)).toBeGreaterThan(least);
    expect(Math.min(...along)).toBeLessThan(least + 8);
    expect(Math.max(...along)).toBeLessThan(most);
    expect(Math.max(...along)).toBeGreaterThan(most - 8);
  });

  it('are the same on both sides', () => {
    for (const outline of [coronalOutline, axialOutline]) {
      const mirrored = outline.map(([x, y]) => `${-x + 0},${y}`);
      expect(new Set(mirrored)).toEqual(new Set(outline.map(([x, y]) => `${x + 0},${y}`)));
    }
  });

  it('keep sulci within the hemisphere or on its edge', () => {
    const points = [lateralDrawing, medialDrawing].flatMap(([cortex]) =>
      cortex.lines.flatMap((line) => line.points),
    );
    const nearest = ([x, y]: ViewPoint) =>
      Math.min(...hemisphereOutline.map((edge) => Math.hypot(edge[0] - x, edge[1] - y)));
    expect(points.filter((point) => !isWithin(point, hemisphereOutline) && nearest(point) > 3)).toEqual([]);
  });
});

const volume = '../shared/neuro/parcellations/schaefer400_7net_fsaverage5_centroids.csv';

describe.skipIf(!existsSync(volume))('400 parcels', () => {
  it('lie within the hemisphere, as the surface they are measured on does', () => {
    const rows = readFileSync(volume, 'utf8').trim().split('\n').slice(1);
    const inside = rows.filter((row) => {
      const cells = row.split(',').map(Number);
      return isWithin([cells[5], cells[6]], hemisphereOutline);
    });
    expect(rows).toHaveLength(400);
    expect(inside.length).toBeGreaterThan(394);
  });
});

describe('splinePath', () => {
  it('writes a straight line as control points on it', () => {
    expect(splinePath([[0, 0], [6, 0], [12, 0]], false)).toBe('M0,0C1,0 4,0 6,0C8,0 11,0 12,0'); // prettier-ignore
  });

  it('ends a closed line where it began, with a curve for each point', () => {
    const coordinate = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 }), (points) => {
        const path = splinePath(points, true);
        expect(path.match(/C/g)).toHaveLength(points.length);
        expect(path.endsWith(` ${points[0][0] + 0},${points[0][1] + 0}Z`)).toBe(true);
      }),
    );
  });
});
