/** What a denominator becomes that would be zero. */
const least = 1e-300;
const mostTerms = 10_000;

/**
 * b0 + a1 / (b1 + a2 / (b2 + ...)), evaluated forwards until it stands still (Lentz 1976, as modified by Thompson and
 * Barnett 1986).
 *
 * @param numerator a of a term, from 1
 * @param denominator b of a term, from 0
 */
export function continuedFraction(
  numerator: (term: number) => number,
  denominator: (term: number) => number,
): number {
  let value = nonZero(denominator(0));
  let [above, below] = [value, 0];
  for (let term = 1; term < mostTerms; term++) {
    const [a, b] = [numerator(term), denominator(term)];
    above = nonZero(b + a / above);
    below = 1 / nonZero(b + a * below);
    value *= above * below;
    if (Math.abs(above * below - 1) < 1e-16) break;
  }
  return value;
}

const nonZero = (value: number) => (Math.abs(value) < least ? least : value);
