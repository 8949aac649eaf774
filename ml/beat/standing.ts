import { frameHopSeconds } from '../audio/measure/logMel';
import { movingMean } from './movingMean';

/** Half of the stretch whose mean is the local level. */
const levelFrames = Math.round(0.6 / frameHopSeconds);
/** Half of the stretch whose root mean square is the local scale. */
const scaleFrames = Math.round(4 / frameHopSeconds);
/** Below that nothing begins: added to the scale. */
const quiet = 1e-3;

/**
 * A measure of every frame over its local level (0 where it is below), in units of its local scale: so that a soft passage
 * counts as much as a loud one. Smoothed over three frames.
 */
export function standing(values: Float32Array): Float64Array {
  const smooth = Float64Array.from(
    values,
    (value, i) => 0.5 * value + 0.25 * ((values[i - 1] ?? 0) + (values[i + 1] ?? 0)),
  );
  const level = movingMean(smooth, levelFrames);
  const above = smooth.map((value, i) => Math.max(0, value - level[i]));
  const power = movingMean(
    above.map((value) => value * value),
    scaleFrames,
  );
  return above.map((value, i) => value / (Math.sqrt(power[i]) + quiet));
}
