/** Power over frequency, at any scale. */
export type Spectrum = (hz: number) => number;

/** Below it the background flattens, as recordings' high-pass filters and drift corrections have it. */
const cornerHz = 0.5;

/**
 * The background of the EEG: power falls by a power of frequency.
 *
 * @param exponent 0.8 to 2 in people (Donoghue et al. 2020)
 */
export const background =
  (exponent: number): Spectrum =>
  (hz) =>
    (hz * hz + cornerHz * cornerHz) ** (-exponent / 2);

/** An oscillation: a bell about its frequency, of so many hertz standard deviation. */
export const oscillation =
  (centreHz: number, deviationHz: number): Spectrum =>
  (hz) =>
    Math.exp(-0.5 * ((hz - centreHz) / deviationHz) ** 2);

/** A step at which power is summed over frequency. */
const stepHz = 0.05;

/** Power between two frequencies, by the midpoints of narrow steps. */
function powerBetween(spectrum: Spectrum, fromHz: number, toHz: number): number {
  const steps = Math.max(1, Math.round((toHz - fromHz) / stepHz));
  const width = (toHz - fromHz) / steps;
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += spectrum(fromHz + (step + 0.5) * width);
  return sum * width;
}

/** The part of a process's variance that lies in each band, where its rate is the one given: [band]. */
export function bandShares(
  spectrum: Spectrum,
  bands: readonly { fromHz: number; toHz: number }[],
  rateHz: number,
): number[] {
  const whole = powerBetween(spectrum, 0, rateHz / 2);
  return bands.map(({ fromHz, toHz }) => powerBetween(spectrum, fromHz, toHz) / whole);
}
