import type { DoubleMatrix } from '../linear/doubleMatrix';

/** Directions closer than this are the same. */
const tolerance = 1e-13;
const mostSteps = 20_000;

/** The direction in which a space varies most, and where each sample lies along it. */
export interface PrincipalComponent {
  /** [columns], of length 1; the weight that is largest in size is positive, which fixes the sign. */
  weights: Float64Array;
  /** [samples], about the mean. */
  scores: Float64Array;
}

/**
 * The first principal component of a space's columns, by the power method on the smaller of its two Gram matrices; the
 * start is always the same, so the answer is too.
 *
 * @param space [samples, columns], at least one sample
 */
export function firstPrincipalComponent(space: DoubleMatrix): PrincipalComponent {
  const centred = centredOf(space);
  const wide = space.columns > space.rows;
  const leading = leadingVector(wide ? centred : transposed(centred));
  const weights = normalised(wide ? timesColumns(centred, leading) : leading);
  fixSign(weights);
  const scores = Float64Array.from({ length: space.rows }, (_, row) =>
    dot(centred.values.subarray(row * space.columns, (row + 1) * space.columns), weights),
  );
  return { weights, scores };
}

function centredOf({ rows, columns, values }: DoubleMatrix): DoubleMatrix {
  const means = new Float64Array(columns);
  values.forEach((value, at) => (means[at % columns] += value / rows));
  return { rows, columns, values: values.map((value, at) => value - means[at % columns]) };
}

/** The eigenvector of the largest eigenvalue of `rows` times its transpose. */
function leadingVector({ rows, columns, values }: DoubleMatrix): Float64Array {
  const lines = Array.from({ length: rows }, (_, row) => values.subarray(row * columns, (row + 1) * columns));
  const gram = lines.map((one) => Float64Array.from(lines, (other) => dot(one, other)));
  // The row that is longest has some of the leading direction in it, and is no accident of the order of others.
  const longest = gram.reduce((best, line, row) => (line[row] > gram[best][best] ? row : best), 0);
  let vector = normalised(gram[longest]);
  for (let step = 0; step < mostSteps; step++) {
    const next = normalised(Float64Array.from(gram, (line) => dot(line, vector)));
    const moved = Math.sqrt(next.reduce((sum, value, at) => sum + (value - vector[at]) ** 2, 0));
    vector = next;
    if (moved < tolerance) break;
  }
  return vector;
}

function transposed({ rows, columns, values }: DoubleMatrix): DoubleMatrix {
  const turned = new Float64Array(values.length);
  values.forEach((value, at) => (turned[(at % columns) * rows + Math.floor(at / columns)] = value));
  return { rows: columns, columns: rows, values: turned };
}

/** The sum of rows, each times its weight: [columns]. */
function timesColumns({ columns, values }: DoubleMatrix, vector: Float64Array): Float64Array {
  const sums = new Float64Array(columns);
  values.forEach((value, at) => (sums[at % columns] += value * vector[Math.floor(at / columns)]));
  return sums;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}

function normalised(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

function fixSign(weights: Float64Array) {
  const largest = weights.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  if (largest < 0) weights.forEach((value, at) => (weights[at] = -value));
}
