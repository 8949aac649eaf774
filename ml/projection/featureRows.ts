/** What is known of a set of things, a row of numbers each, laid end to end: values[row * dimensions + column]. */
export interface FeatureRows {
  count: number;
  dimensions: number;
  values: Float32Array;
}

/** The squared Euclidean distance of two rows. */
export function squaredDistance(rows: FeatureRows, one: number, other: number): number {
  const { values, dimensions } = rows;
  let sum = 0;
  for (let a = one * dimensions, b = other * dimensions, end = a + dimensions; a < end; a++, b++) {
    const difference = values[a] - values[b];
    sum += difference * difference;
  }
  return sum;
}
