/**
 * What differential entropy is like in a listener on average, [features] in nats: the mean over all steps of all windows
 * of a recording. Between people it differs far more than emotion moves it within one, so a model for any listener
 * starts from it. No labels play a part.
 *
 * @param values [window, step, features], laid end to end
 * @throws RangeError where there is no step, or the last one is not whole
 */
export function listenerBaseline(values: Float32Array, features: number): Float32Array {
  const steps = values.length / features;
  if (steps === 0 || !Number.isInteger(steps)) {
    throw new RangeError(
      `invalid values: ${values.length} numbers (whole steps of ${features}, at least one)`,
    );
  }
  const sums = new Float64Array(features);
  for (let i = 0; i < values.length; i++) sums[i % features] += values[i];
  return Float32Array.from(sums, (sum) => sum / steps);
}
