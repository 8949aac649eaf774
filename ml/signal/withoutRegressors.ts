import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';

/** A regressor of which less than this share is left after those before it tells nothing new. */
const dependence = 1e-9;
/** One that moves by less than this share of its level is constant. */
const rounding = 1e-12;

/**
 * What regressors cannot tell of each column: the residuals of least squares on all of them at once, about the column's
 * mean, which is kept. Filters and confounds belong into one call: one after the other, each brings back what the other
 * took (Lindquist et al. 2019).
 *
 * @param series [samples, columns]
 * @param regressors each as long as the series; constant or dependent ones are allowed and change nothing
 * @returns [samples, columns]
 * @throws RangeError where a regressor is of another length or not finite, or where they leave no freedom
 */
export function withoutRegressors(series: DoubleMatrix, regressors: readonly Float64Array[]): DoubleMatrix {
  const basis = orthonormalBasis(series.rows, regressors);
  if (basis.length > 0 && basis.length >= series.rows - 1) {
    throw new RangeError(
      `invalid regressors: ${basis.length} independent ones for ${series.rows} samples (leave some out)`,
    );
  }
  const residual: DoubleMatrix = { ...series, values: Float64Array.from(series.values) };
  for (const direction of basis) removeDirection(residual, direction);
  return residual;
}

/** Modified Gram-Schmidt, twice over each vector, of the centred regressors. */
function orthonormalBasis(samples: number, regressors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  regressors.forEach((regressor, index) => {
    if (regressor.length !== samples || !regressor.every(Number.isFinite)) {
      throw new RangeError(`invalid regressor ${index + 1}: ${told(regressor)} (${samples} finite numbers)`);
    }
    const mean = regressor.reduce((sum, value) => sum + value, 0) / samples;
    const left = regressor.map((value) => value - mean);
    const [before, size] = [norm(left), norm(regressor)];
    for (let pass = 0; pass < 2; pass++) for (const direction of basis) subtract(left, direction);
    const after = norm(left);
    if (before > rounding * size && after > dependence * before)
      basis.push(left.map((value) => value / after));
  });
  return basis;
}

function told(regressor: Float64Array): string {
  const at = regressor.findIndex((value) => !Number.isFinite(value));
  return at < 0 ? `${regressor.length} numbers` : `${regressor[at]} at sample ${at + 1}`;
}

const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

function subtract(left: Float64Array, direction: Float64Array) {
  let share = 0;
  for (let sample = 0; sample < left.length; sample++) share += left[sample] * direction[sample];
  for (let sample = 0; sample < left.length; sample++) left[sample] -= share * direction[sample];
}

function removeDirection(series: DoubleMatrix, direction: Float64Array) {
  const shares = doubleZeros(1, series.columns).values;
  for (let sample = 0; sample < series.rows; sample++) {
    const row = doubleRowOf(series, sample);
    for (let column = 0; column < row.length; column++) shares[column] += row[column] * direction[sample];
  }
  for (let sample = 0; sample < series.rows; sample++) {
    const row = doubleRowOf(series, sample);
    for (let column = 0; column < row.length; column++) row[column] -= shares[column] * direction[sample];
  }
}
