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

/**
 * The inner product of a track's row with every row, in double precision: two rows at a time by four sums each, which keeps
 * the processor busy. A last odd row is taken with itself.
 */
function productsWith({ embedding }: EarLibrary, track: number): Float64Array {
  const { rows, columns, values } = embedding;
  const wanted = Float64Array.from(values.subarray(track * columns, (track + 1) * columns));
  const products = new Float64Array(rows);
  const whole = columns - (columns % 4);
  for (let row = 0; row < rows; row += 2) {
    const next = Math.min(row + 1, rows - 1);
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let a4 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    let b4 = 0;
    let one = row * columns;
    let other = next * columns;
    let column = 0;
    for (; column < whole; column += 4, one += 4, other += 4) {
      a1 += wanted[column] * values[one];
      a2 += wanted[column + 1] * values[one + 1];
      a3 += wanted[column + 2] * values[one + 2];
      a4 += wanted[column + 3] * values[one + 3];
      b1 += wanted[column] * values[other];
      b2 += wanted[column + 1] * values[other + 1];
      b3 += wanted[column + 2] * values[other + 2];
      b4 += wanted[column + 3] * values[other + 3];
    }
    for (; column < columns; column++, one++, other++) {
      a1 += wanted[column] * values[one];
      b1 += wanted[column] * values[other];
    }
    products[row] = a1 + a2 + (a3 + a4);
    products[next] = b1 + b2 + (b3 + b4);
  }
  return products;
}
