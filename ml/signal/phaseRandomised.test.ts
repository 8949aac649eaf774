import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf, doubleMatrixOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { correlation } from '../statistics/correlation';
import { mean } from '../statistics/mean';
import { fourierOf } from './fourier';
import { phaseRandomised, phaseRandomiser } from './phaseRandomised';

function spaceOf(rows: number, columns: number): DoubleMatrix {
  const random = createRandom(rows, `space of ${columns}`);
  return doubleMatrixOf(
    Float64Array.from({ length: rows * columns }, () => 2 + random.bell()),
    columns,
  );
}

/** Real cross-spectrum amplitudes and phases of two columns, as conjugate products: [rows] complex. */
function crossSpectrum(space: DoubleMatrix, one: number, other: number): Float64Array {
  const [a, b] = [one, other].map((column) => {
    const input = new Float64Array(2 * space.rows);
    doubleColumnOf(space, column).forEach((value, row) => (input[2 * row] = value));
    const spectrum = new Float64Array(2 * space.rows);
    fourierOf(space.rows).forward(spectrum, input);
    return spectrum;
  });
  return Float64Array.from({ length: 2 * space.rows }, (_, at) => {
    const k = at - (at % 2);
    return at % 2 === 0 ? a[k] * b[k] + a[k + 1] * b[k + 1] : a[k + 1] * b[k] - a[k] * b[k + 1];
  });
}

describe('phaseRandomised', () => {
  it('keeps means, amplitude spectra and what columns have to do with one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 5 }), (rows, columns) => {
        const space = spaceOf(rows, columns);
        const surrogate = phaseRandomised(space, createRandom(3, 'phases'));
        for (let one = 0; one < columns; one++) {
          expect(mean(doubleColumnOf(surrogate, one))).toBeCloseTo(mean(doubleColumnOf(space, one)), 10);
          for (let other = 0; other <= one; other++) {
            const before = crossSpectrum(space, one, other);
            crossSpectrum(surrogate, one, other).forEach((value, at) =>
              expect(Math.abs(value - before[at])).toBeLessThan(1e-8),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is one surrogate a seed, whether the spectra are computed once or each time', () => {
    const space = spaceOf(41, 3);
    const surrogate = phaseRandomiser(space);
    const [first, second] = [surrogate(createRandom(1, 'one')), surrogate(createRandom(2, 'one'))];
    expect(phaseRandomised(space, createRandom(1, 'one'))).toEqual(first);
    expect(first.values).not.toEqual(second.values);
  });

  it('forgets when things happened: on average surrogates have nothing to do with the original', () => {
    const space = spaceOf(64, 1);
    const surrogate = phaseRandomiser(space);
    const random = createRandom(5, 'many');
    const original = doubleColumnOf(space, 0);
    const rs = Array.from(
      { length: 400 },
      () => correlation(doubleColumnOf(surrogate(random), 0), original) ?? NaN,
    );
    // The standard error of the mean of 400 correlations of 64 samples is about 1 / sqrt(63 * 400) = .006.
    expect(Math.abs(mean(rs))).toBeLessThan(0.025);
    expect(Math.max(...rs)).toBeLessThan(0.6);
  });

  it('leaves alone what has nothing to turn', () => {
    const one = doubleMatrixOf(Float64Array.of(4, 5), 2);
    expect(phaseRandomised(one, createRandom(1, 'one'))).toEqual(one);
    const none = doubleMatrixOf(new Float64Array(0), 2);
    expect(phaseRandomised(none, createRandom(1, 'one'))).toEqual(none);
  });
});
