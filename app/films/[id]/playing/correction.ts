import { mean } from '@/ml/statistics/mean';

/** Music that is this far from the picture, in seconds, is moved. */
export const mostDifference = 0.01;
/** A frame waits for the screen to be drawn: single differences scatter by as much as that takes. */
const fewest = 5;
const most = 16;
/** What no waiting for the screen explains, in seconds; three frames running are enough then. */
const gross = 0.03;

/**
 * How far music is to be moved on, in seconds: how far it was behind the picture (above 0) at the frames shown last, oldest
 * first, since it was last moved; 0 where that is within 10 ms, or not sure yet.
 */
export function correctionOf(behindSeconds: readonly number[]): number {
  const running = behindSeconds.slice(-3);
  if (running.length === 3 && isGross(running)) return middleOf(running);
  const last = behindSeconds.slice(-most);
  if (last.length < fewest) return 0;
  const middle = middleOf(last);
  return Math.abs(middle) > mostDifference ? middle : 0;
}

const isGross = (behindSeconds: readonly number[]): boolean =>
  behindSeconds.every((behind) => behind > gross) || behindSeconds.every((behind) => behind < -gross);

/** The mean without the highest and the lowest quarter: frames at 24 a second alternate between two waits of a screen. */
function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const left = Math.ceil(sorted.length / 4);
  return mean(sorted.slice(left, sorted.length - left));
}
