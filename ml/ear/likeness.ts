import { type EarLibrary } from './earLibrary';

/**
 * How like a track every track sounds, [tracks], 1 for itself: exp(-d² / (2 reach² spread)) of the distance d of rows at
 * length 1. Symmetric to the last bit.
 *
 * @param reach in root mean squared distances between two tracks of the library
 */
export function likenessTo(library: EarLibrary, track: number, reach: number): Float32Array {
  const { inverseLengths, spread } = library;
  const products = productsWith(library, track);
  const own = inverseLengths[track];
  const ownSquare = own > 0 ? 1 : 0;
  const perDistance = spread > 0 ? -1 / (2 * reach * reach * spread) : -Infinity;
  const likeness = new Float32Array(products.length);
  for (let other = 0; other < products.length; other++) {
    const inverse = inverseLengths[other];
    const square = ownSquare + (inverse > 0 ? 1 : 0) - 2 * products[other] * (own * inverse);
    likeness[other] = square > sameTo ? Math.exp(square * perDistance) : 1;
  }
  return likeness;
}

/** Squared distances below this are those of equal rows, rounded. */
const sameTo = 1e-14;

/** The inner product of a track's row with every row, in double precision; four sums at a time, which keeps the processor busy. */
function productsWith({ embedding }: EarLibrary, track: number): Float64Array {
  const { rows, columns, values } = embedding;
  const wanted = Float64Array.from(values.subarray(track * columns, (track + 1) * columns));
  const products = new Float64Array(rows);
  const whole = columns - (columns % 4);
  for (let row = 0, at = 0; row < rows; row++) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let column = 0;
    for (; column < whole; column += 4, at += 4) {
      first += wanted[column] * values[at];
      second += wanted[column + 1] * values[at + 1];
      third += wanted[column + 2] * values[at + 2];
      fourth += wanted[column + 3] * values[at + 3];
    }
    for (; column < columns; column++, at++) first += wanted[column] * values[at];
    products[row] = first + second + (third + fourth);
  }
  return products;
}
