/** Below this, beside a matrix whose largest value is near 1, squares leave the normal range: nothing but rounding. */
const negligible = 2 ** -500;

/** A reflection I - factor * reflector * reflector'. */
export interface Reflection {
  /** 0 where nothing needs to be reflected. */
  factor: number;
  /** The last value of the reflected vector; the others are 0. */
  last: number;
}

/**
 * Householder's reflection of a vector onto its last axis, whose reflector, with 1 as its last value, replaces the vector
 * (LAPACK's dlarfg). The vector is one of a matrix whose largest value is near 1.
 */
export function reflectOntoLast(vector: Float64Array): Reflection {
  const lastIndex = vector.length - 1;
  const last = vector[lastIndex];
  vector[lastIndex] = 1;
  let largest = 0;
  for (let i = 0; i < lastIndex; i++) largest = Math.max(largest, Math.abs(vector[i]));
  if (largest < negligible) {
    vector.fill(0, 0, lastIndex);
    return { factor: 0, last };
  }
  let sum = last * last;
  for (let i = 0; i < lastIndex; i++) sum += vector[i] * vector[i];
  const norm = last > 0 ? -Math.sqrt(sum) : Math.sqrt(sum);
  for (let i = 0; i < lastIndex; i++) vector[i] /= last - norm;
  return { factor: (norm - last) / norm, last: norm };
}
