const lengthSeconds = 32;

/** Gamma density of whole shape and rate 1 per second. */
function gammaDensity(seconds: number, shape: number): number {
  let factorial = 1;
  for (let factor = 2; factor < shape; factor++) factorial *= factor;
  return (seconds ** (shape - 1) * Math.exp(-seconds)) / factorial;
}

/**
 * The canonical double-gamma response at multiples of `hopSeconds` up to 32 s: peak at 5 s, undershoot at 15 s, a sixth
 * as large (Friston et al. 1998, as in SPM).
 */
export function haemodynamicResponse(hopSeconds: number): Float64Array {
  return Float64Array.from({ length: Math.floor(lengthSeconds / hopSeconds) + 1 }, (_, sample) => {
    const seconds = sample * hopSeconds;
    return gammaDensity(seconds, 6) - gammaDensity(seconds, 16) / 6;
  });
}

/** What a drive, silent before its beginning, makes of the blood's oxygen: [samples], at the drive's own rate. */
export function haemodynamic(drive: Float64Array, hopSeconds: number): Float64Array {
  const response = haemodynamicResponse(hopSeconds);
  return drive.map((_, sample) => {
    let sum = 0;
    for (let delay = 0; delay < response.length && delay <= sample; delay++) {
      sum += response[delay] * drive[sample - delay];
    }
    return sum;
  });
}
