import { centredSums } from '../audio/measure/centredSums';
import { lagCount } from '../audio/measure/onsetCurve';
import definition from '../audio/measure/rhythm.json';

const { shortestLag, longestLag, preferredLag, preferenceOctaves, pulseHalfSeconds } = definition;
const { faintPulse, faintOctaves } = definition;

const octaves = Float64Array.from({ length: longestLag - shortestLag + 1 }, (_, i) =>
  Math.log2(preferredLag / (shortestLag + i)),
);
/** A log-normal preference; longer lags stand closer together in octaves and count less each. */
const preferences = shares(
  octaves.map((octave) => 2 ** octave * Math.exp(-0.5 * (octave / preferenceOctaves) ** 2)),
);

export interface Pulse {
  /** Highest peak of the autocorrelation from 0.26 to 1.5 s, 0 to 1 (Lartillot et al. 2008). */
  clarity: number;
  /** Standard deviation of the autocorrelation over those lags, whatever the tempo. */
  beatStrength: number;
  /** Where the autocorrelation is high, in octaves about 120 BPM; 0 where nothing pulses (Ellis 2007). */
  octaves: number;
}

/**
 * The pulse over the 10.5 s around every half second.
 *
 * @param lagProducts - of the onset curve, [halfSeconds, lagCount]
 * @param frames - in every half second
 */
export function pulsesOf(lagProducts: Float64Array, frames: Float64Array): Pulse[] {
  const reach = pulseHalfSeconds >> 1;
  const products = centredSums(lagProducts, reach, lagCount);
  return Array.from(centredSums(frames, reach), (count, halfSecond) => {
    const own = products.subarray(halfSecond * lagCount, (halfSecond + 1) * lagCount);
    const power = own[0] / count + faintPulse;
    return pulseOf(own.subarray(1).map((product) => product / count / power));
  });
}

/** @param likeness - from the lag before the shortest to the one after the longest, [lagCount - 1] */
function pulseOf(likeness: Float64Array): Pulse {
  let clarity = 0;
  let [sum, squares, weight, weighted] = [0, 0, 0, 0];
  for (let i = 0; i < octaves.length; i++) {
    const value = likeness[i + 1];
    if (value > clarity && value >= likeness[i] && value >= likeness[i + 2]) clarity = value;
    sum += value;
    squares += value ** 2;
    const own = preferences[i] * Math.max(0, value) ** 3;
    weight += own;
    weighted += own * octaves[i];
  }
  const variance = Math.max(0, squares / octaves.length - (sum / octaves.length) ** 2);
  return {
    clarity: Math.min(1, clarity),
    beatStrength: Math.min(1, Math.sqrt(variance)),
    octaves: weighted / (weight + faintOctaves),
  };
}

function shares(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
