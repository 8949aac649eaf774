import { median } from '@/ml/statistics/quantile';

/** Music that is this far from the picture, in seconds, is moved. */
export const mostDifference = 0.01;
/** A frame waits for the screen to be drawn: single differences scatter by as much as that takes. */
const fewest = 5;
const most = 15;
/** What no waiting for the screen explains; two frames running are enough then. */
const gross = 0.1;

/**
 * How far music is to be moved on, in seconds: the middle of how far it was behind the picture (above 0) at the frames
 * shown last, oldest first, since it was last moved; 0 where that is within 10 ms, or not sure yet.
 */
export function correctionOf(behindSeconds: readonly number[]): number {
  const last = behindSeconds.slice(-most);
  const running = last.slice(-2);
  if (running.length === 2 && running.every((behind) => Math.abs(behind) > gross)) return median(running);
  if (last.length < fewest) return 0;
  const middle = median(last);
  return Math.abs(middle) > mostDifference ? middle : 0;
}
