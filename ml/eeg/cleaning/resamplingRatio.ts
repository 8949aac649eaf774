/** Two rates in lowest terms: `up` outputs for every `down` inputs. */
export interface ResamplingRatio {
  up: number;
  down: number;
}

/** Filters would grow beyond use with larger terms. */
const largestTerm = 20_000;
const tolerance = 1e-9;

/**
 * The ratio of two rates, which need not be whole numbers (200.32 Hz is 100 samples in 0.4992 s): the first convergent
 * of its continued fraction that is right to a billionth.
 *
 * @throws RangeError where no ratio of small numbers is
 */
export function resamplingRatio(fromHz: number, toHz: number): ResamplingRatio {
  const wanted = toHz / fromHz;
  let [before, current] = [
    { up: 0, down: 1 },
    { up: 1, down: 0 },
  ];
  for (let rest = wanted; ; rest = 1 / (rest - Math.floor(rest))) {
    const whole = Math.floor(rest);
    const next = { up: whole * current.up + before.up, down: whole * current.down + before.down };
    if (!(Math.max(next.up, next.down) <= largestTerm)) break;
    if (Math.abs(next.up / next.down / wanted - 1) < tolerance) return next;
    [before, current] = [current, next];
  }
  throw new RangeError(
    `invalid rateHz: ${fromHz} (its ratio to ${toHz} is none of whole numbers up to ${largestTerm}; choose another rate to resample to)`,
  );
}
