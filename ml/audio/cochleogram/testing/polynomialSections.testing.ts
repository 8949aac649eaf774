import type { CochlearFilter } from '../constantQFilters';

interface Complex {
  re: number;
  im: number;
}

const minus = (a: Complex, b: Complex) => ({ re: a.re - b.re, im: a.im - b.im });
const times = (a: Complex, b: Complex) => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });
const over = (a: Complex, b: Complex) => {
  const square = b.re ** 2 + b.im ** 2;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
};

/** A filter given by its polynomials in 1/z, numerator and denominator, as sections of second order. */
export function sectionsOf(numerator: readonly number[], denominator: readonly number[]): CochlearFilter {
  const zeros = quadratics(rootsOf(numerator));
  const poles = quadratics(rootsOf(denominator));
  return poles.map(([a1, a2], i) => {
    const gain = i === 0 ? numerator[0] : 1;
    const [b1, b2] = zeros[i] ?? [0, 0];
    return { b0: gain, b1: gain * b1, b2: gain * b2, a1, a2 };
  });
}

/** All roots at once, by Durand and Kerner. */
function rootsOf(coefficients: readonly number[]): Complex[] {
  const monic = coefficients.map((value) => value / coefficients[0]);
  const degree = monic.length - 1;
  let roots = Array.from({ length: degree }, (_, i) => ({
    re: 0.95 * Math.cos((2 * Math.PI * i) / degree + 0.4),
    im: 0.95 * Math.sin((2 * Math.PI * i) / degree + 0.4),
  }));
  for (let round = 0; round < 600; round++) {
    roots = roots.map((root, i) => {
      const value = monic.reduce<Complex>((sum, c) => plus(times(sum, root), c), {
        re: 0,
        im: 0,
      });
      const product = roots.reduce((all, other, j) => (i === j ? all : times(all, minus(root, other))), {
        re: 1,
        im: 0,
      });
      return minus(root, over(value, product));
    });
  }
  return roots;
}

function plus({ re, im }: Complex, real: number): Complex {
  return { re: re + real, im };
}

/** [c1, c2] of 1 + c1 / z + c2 / z^2 for pairs of conjugate roots, then for pairs of real ones. */
function quadratics(roots: Complex[]): [number, number][] {
  const upper = roots.filter(({ im }) => im > 1e-7);
  const real = roots.filter(({ im }) => Math.abs(im) <= 1e-7).map(({ re }) => re);
  const pairs: [number, number][] = upper.map(({ re, im }) => [-2 * re, re ** 2 + im ** 2]);
  for (let i = 0; i < real.length; i += 2) {
    const [one, other] = [real[i], real[i + 1] ?? 0];
    pairs.push([-(one + other), one * other]);
  }
  return pairs;
}
