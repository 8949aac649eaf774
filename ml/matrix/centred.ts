import { type Matrix } from './matrix';

/** A matrix with each column's mean taken from it: every column has mean 0. */
export function centred({ rows, columns, values }: Matrix): Matrix {
  const means = new Float64Array(columns);
  values.forEach((value, index) => (means[index % columns] += value / rows));
  return { rows, columns, values: values.map((value, index) => value - means[index % columns]) };
}
