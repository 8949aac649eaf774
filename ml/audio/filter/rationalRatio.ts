const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Two sample rates in lowest terms: in any `inputs` samples at `fromHz` fall exactly `outputs` at `toHz`. */
export function rationalRatio(fromHz: number, toHz: number): { inputs: number; outputs: number } {
  const divisor = greatestCommonDivisor(fromHz, toHz);
  return { inputs: fromHz / divisor, outputs: toHz / divisor };
}
