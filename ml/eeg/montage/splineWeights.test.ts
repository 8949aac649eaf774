import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleRowOf } from '@/ml/linear/doubleMatrix';
import { cleaningReference, waveOf } from '../cleaning/testing/cleaningReference.testing';
import { genevaOrder } from './channelOrders';
import { sitePositions, type SitePosition } from './sitePositions';
import { splineWeights } from './splineWeights';

const { positions, bads, matrix, signals } = cleaningReference.interpolation;
const names = Object.keys(positions);
const goods = names.filter((name) => !bads.includes(name));
const places = genevaOrder.map((site) => sitePositions.get(site)!);

describe('splineWeights', () => {
  const weights = splineWeights(
    goods.map((name) => positions[name]),
    bads.map((name) => positions[name]),
  );

  it('are the matrix of MNE’s interpolation', () => {
    matrix.forEach((row, bad) =>
      row.forEach((value, good) =>
        expect(Math.abs(doubleRowOf(weights, bad)[good] - value)).toBeLessThan(1e-9),
      ),
    );
  });

  it('make the signals that interpolate_bads makes', () => {
    const waves = goods.map((name) => waveOf(40, names.indexOf(name)));
    signals.forEach((signal, bad) => {
      const row = doubleRowOf(weights, bad);
      signal.forEach((value, at) => {
        const made = waves.reduce((sum, wave, good) => sum + row[good] * wave[at], 0);
        expect(Math.abs(made - value)).toBeLessThan(1e-6);
      });
    });
  });

  it('add up to 1 at any place, and give known places their own values but for the smoothing', () => {
    const direction = fc
      .tuple(fc.double({ min: -1, max: 1 }), fc.double({ min: -1, max: 1 }), fc.double({ min: 0.01, max: 1 }))
      .filter((place) => place.every(Number.isFinite));
    fc.assert(
      fc.property(direction, (place) => {
        const sum = splineWeights(places, [place as SitePosition]).values.reduce((all, one) => all + one, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
    const own = splineWeights(places, places);
    const values = places.map(([right, front, up]) => 3 * right - 2 * front + up);
    values.forEach((value, row) => {
      const made = values.reduce((sum, other, column) => sum + doubleRowOf(own, row)[column] * other, 0);
      expect(made).toBeCloseTo(value, 2);
    });
  });

  it('refuses to make something of nothing', () => {
    expect(() => splineWeights([], places)).toThrow('invalid known places: none');
  });
});
