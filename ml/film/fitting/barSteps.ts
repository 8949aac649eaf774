import type { BeatSounds } from './beatSounds';
import type { HeardTrack } from './heardTrack';

/** How far apart two bars are. */
interface BarStep {
  timbre: number;
  harmony: number;
}

/** Bars of a track, and how far each is from the next: what its own music does from bar to bar. */
export interface BarSteps {
  /** Whole bars; the last downbeat begins none. */
  bars: number;
  stepBetween(bar: number, other: number): BarStep;
  /** Share of the track's own steps from bar to bar that are smaller, in percent. */
  percentileOf(step: BarStep): BarStep;
}

export function barSteps(track: HeardTrack): BarSteps {
  const bars = barMeans(track);
  const stepBetween = (bar: number, other: number): BarStep => ({
    timbre: euclidean(bars[bar].timbre, bars[other].timbre),
    harmony: 1 - product(bars[bar].harmony, bars[other].harmony),
  });
  const own = bars.slice(1).map((_, bar) => stepBetween(bar, bar + 1));
  const percentile = (side: keyof BarStep, value: number) =>
    (100 * own.filter((step) => step[side] < value - 1e-9).length) / Math.max(1, own.length);
  return {
    bars: bars.length,
    stepBetween,
    percentileOf: ({ timbre, harmony }) => ({
      timbre: percentile('timbre', timbre),
      harmony: percentile('harmony', harmony),
    }),
  };
}

function barMeans({ barBeats, timbre, harmony }: HeardTrack) {
  return barBeats.slice(1).map((end, bar) => ({
    timbre: meanOf(timbre.slice(barBeats[bar], end)),
    harmony: unit(meanOf(harmony.slice(barBeats[bar], end))),
  }));
}

function meanOf(rows: BeatSounds['timbre']): Float32Array {
  return rows[0].map((_, column) => rows.reduce((sum, row) => sum + row[column], 0) / rows.length);
}

function unit(row: Float32Array): Float32Array {
  const length = Math.hypot(...row);
  return length > 0 ? row.map((value) => value / length) : row;
}

function product(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, place) => sum + value * b[place], 0);
}

export function euclidean(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, place) => sum + (value - b[place]) ** 2, 0) / a.length);
}
