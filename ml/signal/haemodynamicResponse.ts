/**
 * SPM's canonical response of blood to a moment of neural activity: a gamma density that peaks about 5 s after it, minus
 * a sixth of one that undershoots about 15 s after it (Friston et al. 1998; shapes 6 and 16, dispersion 1 s).
 *
 * @param hopSeconds between its samples, the first at 0 s
 * @param durationSeconds how long it is followed
 * @returns samples that sum to 1
 */
export function haemodynamicResponse(hopSeconds: number, durationSeconds = 32): Float64Array {
  const response = Float64Array.from(
    { length: Math.floor(durationSeconds / hopSeconds + 1e-9) + 1 },
    (_, at) => {
      const time = at * hopSeconds;
      return gammaDensity(time, 6) - gammaDensity(time, 16) / 6;
    },
  );
  const sum = response.reduce((total, value) => total + value, 0);
  return response.map((value) => value / sum);
}

/** time^(shape - 1) exp(-time) / (shape - 1)!, for a whole shape. */
function gammaDensity(time: number, shape: number): number {
  let density = Math.exp(-time);
  for (let factor = 1; factor < shape; factor++) density *= time / factor;
  return density;
}

/**
 * A series as a kernel answers it, causally: y[t] = sum over j of kernel[j] x[t - j], nothing having come before.
 *
 * @returns as many samples as the series has
 */
export function convolved(series: Float64Array, kernel: Float64Array): Float64Array {
  return series.map((_, at) => {
    let sum = 0;
    for (let back = 0; back < Math.min(kernel.length, at + 1); back++)
      sum += kernel[back] * series[at - back];
    return sum;
  });
}
