import type { Random } from '../random';

/** Samples that are drawn and thrown away, so that a process begins as it goes on. */
const settlingSamples = 40;

/** An autoregressive process of the first order at mean 0 and standard deviation 1: [samples]. */
export function autoregressive(random: Random, samples: number, correlation: number): Float64Array {
  const fresh = Math.sqrt(1 - correlation ** 2);
  const series = new Float64Array(samples);
  let value = random.bell();
  for (let sample = -settlingSamples; sample < samples; sample++) {
    value = correlation * value + fresh * random.bell();
    if (sample >= 0) series[sample] = value;
  }
  return series;
}

/**
 * A series smoothed by a bell of so many samples' standard deviation; at the ends by that part of it which lies within.
 */
export function smoothed(values: Float64Array, deviationSamples: number): Float64Array {
  const reach = Math.ceil(3 * deviationSamples);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, place) =>
    Math.exp(-0.5 * ((place - reach) / deviationSamples) ** 2),
  );
  return values.map((_, sample) => {
    let [sum, weight] = [0, 0];
    for (let offset = -reach; offset <= reach; offset++) {
      const value = values[sample + offset];
      if (value === undefined) continue;
      sum += weights[offset + reach] * value;
      weight += weights[offset + reach];
    }
    return sum / weight;
  });
}

/** White noise smoothed by a bell of so many samples' standard deviation: [samples]. */
export const smoothNoise = (random: Random, samples: number, deviationSamples: number): Float64Array =>
  smoothed(
    Float64Array.from({ length: samples }, () => random.bell()),
    deviationSamples,
  );

/** How many half cosines a run drifts by. */
const driftHalves = [1, 2, 3];

const halfCosine = (halves: number, samples: number): Float64Array =>
  Float64Array.from({ length: samples }, (_, sample) =>
    Math.cos((Math.PI * halves * (sample + 0.5)) / samples),
  );

/** The slow drift of a scanner: three half cosines over the run with weights of their own, faster ones weaker: [samples]. */
export function drift(random: Random, samples: number): Float64Array {
  const sum = new Float64Array(samples);
  for (const halves of driftHalves) {
    const weight = random.bell() / halves;
    halfCosine(halves, samples).forEach((value, sample) => (sum[sample] += weight * value));
  }
  return sum;
}
