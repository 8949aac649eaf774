import { rateHz, type FrameRate } from './frameRate';
import { snapRate } from './snapRate';

/** What the times of a film's frames tell of its rate. */
export interface FrameTiming {
  rate: FrameRate;
  /** True where frames last unequally long, or where some frame lies half a frame off the grid of `rate`. */
  isVariableRate: boolean;
}

/** A frame may last this much longer or shorter than most before it counts as unequal. */
const unequalShare = 0.05;
/** So many unequal frames are a hiccup of the recording; more are a variable rate. */
const mostUnequalShare = 0.01;

/**
 * The rate of frames shown at known times. Files keep times in ticks (1 ms in WebM), so the rate is the standard one on
 * whose grid all times lie within a tick, where there is one; else the mean, snapped.
 *
 * @param times when each frame is shown, in seconds, ascending
 * @param options.resolutionHz ticks in a second: times are whole numbers of them
 * @param options.endSeconds when the last frame ends
 * @throws RangeError without a frame, or for frames that take no time
 */
export function frameTiming(
  times: ArrayLike<number>,
  { resolutionHz, endSeconds }: { resolutionHz: number; endSeconds: number },
): FrameTiming {
  if (times.length === 0) throw new RangeError('invalid times: (none) (one frame at least)');
  const tick = 1 / resolutionHz;
  const whole = { rate: snapRate(times.length / (endSeconds - times[0])), isVariableRate: false };
  if (times.length === 1) return whole;
  const meanHz = (times.length - 1) / (times[times.length - 1] - times[0]);
  const rate = rateOnGrid(times, { meanHz, tick }) ?? snapRate(meanHz);
  const isVariableRate = unequalFrames(times, tick) || gridSpread(times, rate) > 1 / rateHz(rate);
  return isVariableRate ? { rate: whole.rate, isVariableRate } : { rate, isVariableRate };
}

/** The whole rate, or the one slowed by 1000/1001, that explains all times but for their rounding to ticks. */
function rateOnGrid(
  times: ArrayLike<number>,
  { meanHz, tick }: { meanHz: number; tick: number },
): FrameRate | null {
  const candidates: FrameRate[] = [
    { numerator: Math.round(meanHz), denominator: 1 },
    { numerator: Math.round(meanHz * 1.001) * 1000, denominator: 1001 },
  ];
  const fits = candidates
    .filter(({ numerator }) => numerator > 0)
    .map((rate) => ({ rate, spread: gridSpread(times, rate) }))
    .filter(({ spread }) => spread <= 1.01 * tick)
    .sort((a, b) => a.spread - b.spread);
  return fits.at(0)?.rate ?? null;
}

/** How far apart, in seconds, the frames lie that are earliest and latest against a grid of even frames. */
function gridSpread(times: ArrayLike<number>, { numerator, denominator }: FrameRate): number {
  let [least, most] = [0, 0];
  for (let frame = 0; frame < times.length; frame++) {
    const off = times[frame] - times[0] - (frame * denominator) / numerator;
    least = Math.min(least, off);
    most = Math.max(most, off);
  }
  return most - least;
}

function unequalFrames(times: ArrayLike<number>, tick: number): boolean {
  const durations = Float64Array.from(
    { length: times.length - 1 },
    (_, frame) => times[frame + 1] - times[frame],
  );
  const usual = durations.toSorted()[durations.length >> 1];
  const tolerance = Math.max(1.5 * tick, unequalShare * usual);
  const unequal = durations.filter((duration) => Math.abs(duration - usual) > tolerance).length;
  return unequal > mostUnequalShare * durations.length;
}
