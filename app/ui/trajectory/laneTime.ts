import { clampTime, snapTime } from './drawing';
import { formatTime } from './formatTime';
import { wholeTime, type TimeWindow } from './timeWindow';

/** How the time of a lane is shown and pointed at. */
export interface LaneTime {
  shown: TimeWindow;
  /** Where a pointed-at time is meant; free of everything where Alt is held. */
  snap: (t: number, isFree: boolean) => number;
  format: (t: number) => string;
  /** How far an arrow key goes. */
  step: number;
  /** Handles closer than this, as a share of the lane, are left out: the curve is to be seen. */
  apart?: number;
  /** Shares of the lane at which time is ruled. */
  ticks?: readonly number[];
}

/** The whole time of a drawing, ruled at some shares of it. */
export const plainTime = (durationSeconds: number | null, ticks: readonly number[]): LaneTime => ({
  shown: wholeTime,
  snap: (t, isFree) => (isFree ? clampTime(t) : snapTime(t)),
  format: (t) => formatTime(t, durationSeconds),
  step: 0.01,
  ticks,
});
