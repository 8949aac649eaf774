import { area, line } from 'd3';
import { secondsOf, type Sampling } from '@/ml/affect/sampling';

/** The box a lane is drawn in; the browser stretches it to the lane's size. */
export const laneBox = { width: 1000, height: 400 };

const round = (value: number) => Math.round(value * 10) / 10;
const clamp = (value: number) => Math.min(1, Math.max(-1, value));

/** Where a part of the whole time lies, from 0 to 1. */
export const laneX = (share: number): number => round(share * laneBox.width);

/** The height of a value in [-1, 1]; what lies beyond is drawn at the edge. */
export const laneY = (value: number): number => round(((1 - clamp(value)) / 2) * laneBox.height);

/** Where samples lie in time, along a lane of a length. */
export interface LaneSampling extends Sampling {
  durationSeconds: number;
}

const sampleX = (sampling: LaneSampling, index: number): number =>
  laneX(secondsOf(sampling, index) / sampling.durationSeconds);

/** The SVG path of a series. */
export function seriesLine(values: ArrayLike<number>, sampling: LaneSampling): string {
  const path = line<number>((_, index) => sampleX(sampling, index), laneY);
  return path(Array.from(values)) ?? '';
}

/** Where a band lies at each sample. */
export interface Band {
  lower: ArrayLike<number>;
  upper: ArrayLike<number>;
}

/** The SVG outline of a band. */
export function bandOutline({ lower, upper }: Band, sampling: LaneSampling): string {
  const outline = area<number>(
    (_, index) => sampleX(sampling, index),
    (value) => laneY(value),
    (_, index) => laneY(upper[index]),
  );
  return outline(Array.from(lower)) ?? '';
}

/** The band of one standard deviation to either side of a series. */
export const deviationBand = (values: Float32Array, deviations: Float32Array): Band => ({
  lower: values.map((value, index) => value - deviations[index]),
  upper: values.map((value, index) => value + deviations[index]),
});
