import type { EntropyPlan } from '../eegSignal';

/** Where windows and their steps lie in a signal. */
export interface StepGrid {
  windows: number;
  /** A window. */
  steps: number;
  /** Samples a step. */
  stepSamples: number;
  /** The first samples of all different steps, rising. */
  starts: Int32Array;
  /** [window, step] which of the starts. */
  places: Int32Array;
}

/**
 * All windows that lie whole in a signal. Windows overlap, and share their steps where the hop allows it, so that each
 * stretch is measured but once. Times that fall between samples are rounded to the nearest.
 *
 * @throws RangeError where steps do not fill a window, or a step holds fewer than 4 samples, or nothing moves on
 */
export function stepGrid(plan: EntropyPlan, rateHz: number, samples: number): StepGrid {
  const { windowSeconds, hopSeconds, stepSeconds } = plan;
  const steps = Math.round(windowSeconds / stepSeconds);
  const stepSamples = Math.round(stepSeconds * rateHz);
  if (!(hopSeconds * rateHz >= 1))
    throw new RangeError(`invalid hopSeconds: ${hopSeconds} (a sample, ${1 / rateHz}, or more)`);
  if (!(stepSamples >= 4)) throw new RangeError(`invalid stepSeconds: ${stepSeconds} (4 samples or more)`);
  if (!(steps >= 1 && Math.abs(steps * stepSeconds - windowSeconds) < 1e-9 * windowSeconds))
    throw new RangeError(
      `invalid windowSeconds: ${windowSeconds} (a whole number of steps of ${stepSeconds} s)`,
    );
  const startOf = (window: number, step: number) =>
    Math.round((window * hopSeconds + step * stepSeconds) * rateHz);
  let windows = 0;
  while (startOf(windows, steps - 1) + stepSamples <= samples) windows++;
  const all = Int32Array.from({ length: windows * steps }, (_, at) =>
    startOf(Math.floor(at / steps), at % steps),
  );
  const starts = Int32Array.from(new Set(all)).sort();
  const placeOf = new Map([...starts].map((start, place) => [start, place]));
  return { windows, steps, stepSamples, starts, places: all.map((start) => placeOf.get(start)!) };
}
