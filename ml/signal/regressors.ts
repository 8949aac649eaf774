/**
 * The slow cosines of the discrete cosine transform, of frequencies up to a cut-off: what SPM takes as drift. Removing
 * them is a high-pass filter without phase and without transients at the ends. A run shorter than half a period of the
 * cut-off has none: at 0.001 Hz, lea's default, nothing is removed below 500 s.
 *
 * @param samples of the run
 * @param options.hopSeconds between samples
 * @param options.cutoffHz what is slower goes
 * @returns a series a cosine, slowest first
 */
export function cosineRegressors(
  samples: number,
  { hopSeconds, cutoffHz }: { hopSeconds: number; cutoffHz: number },
): Float64Array[] {
  // Rounding must not lose a cosine that lies on the cut-off.
  const count = Math.min(samples - 1, Math.floor(2 * samples * hopSeconds * cutoffHz + 1e-9));
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Float64Array.from({ length: samples }, (_, sample) =>
      Math.cos((Math.PI * (index + 1) * (sample + 0.5)) / samples),
    ),
  );
}

/**
 * Legendre polynomials over a run, of degrees 1 to `degree`: 1 is a straight line, 2 a parabola beside it.
 *
 * @returns a series a degree
 */
export function polynomialRegressors(samples: number, degree: number): Float64Array[] {
  const time = Float64Array.from({ length: samples }, (_, sample) => (2 * sample + 1) / samples - 1);
  const polynomials = [new Float64Array(samples).fill(1), time];
  for (let n = 1; n < degree; n++) {
    // Bonnet's recursion.
    polynomials.push(
      time.map(
        (t, sample) => ((2 * n + 1) * t * polynomials[n][sample] - n * polynomials[n - 1][sample]) / (n + 1),
      ),
    );
  }
  return polynomials.slice(1, degree + 1);
}
