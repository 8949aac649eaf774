import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { SignalStage } from '../signalStage';

/** Every so manieth of some values, and the last five. */
export interface SomeValues {
  count: number;
  step: number;
  values: number[];
  last: number[];
}

type Band = { rateHz: number; highPassHz: number | null; lowPassHz: number | null };

/** What reference/cleaning.py wrote. */
export const cleaningReference = JSON.parse(
  readFileSync(new URL('../reference/cleaning.json', import.meta.url), 'utf8'),
) as {
  taps: (Band & SomeValues)[];
  filtered: (Band & SomeValues & { samples: number })[];
  notched: (SomeValues & { rateHz: number; frequencies: number[] })[];
  resampled: (SomeValues & { fromHz: number; toHz: number; up: number; down: number })[];
  interpolation: {
    positions: Record<string, [number, number, number]>;
    bads: string[];
    /** [bad, good] */
    matrix: number[][];
    signals: number[][];
  };
  real: { rateHz: number; toHz: number; channels: string[]; cleaned: SomeValues[] };
};

/** The signal that reference/cleaning.py writes down too. */
export const waveOf = (samples: number, channel = 0): Float64Array =>
  Float64Array.from(
    { length: samples },
    (_, at) =>
      40 +
      30 * Math.sin(0.05 * at * (1 + channel)) +
      12 * Math.cos(0.31 * at + channel ** 2) +
      7 * Math.sin(1.7 * at + 0.001 * at ** 2 * (channel + 1)) +
      0.02 * at,
  );

/** That values are those of the reference, each within a tolerance. */
export function expectSome(values: ArrayLike<number>, expected: SomeValues, tolerance: number) {
  expect(values.length).toBe(expected.count);
  const apart = (value: number, at: number) => Math.abs(values[at] - value);
  const differences = [
    ...expected.values.map((value, index) => apart(value, index * expected.step)),
    ...expected.last.map((value, index) => apart(value, expected.count - expected.last.length + index)),
  ];
  expect(Math.max(...differences)).toBeLessThanOrEqual(tolerance);
}

/** What a stage makes of signals that come in blocks of these lengths, over and over. */
export function staged(stage: SignalStage, signals: readonly Float64Array[], blocks: readonly number[]) {
  const outputs = signals.map(() => [] as number[]);
  const take = (made: readonly Float64Array[]) =>
    made.forEach((values, channel) => outputs[channel].push(...values));
  for (let from = 0, turn = 0; from < signals[0].length; turn++) {
    const end = from + blocks[turn % blocks.length];
    take(stage.push(signals.map((signal) => signal.subarray(from, end))));
    from = end;
  }
  take(stage.end());
  return outputs.map((values) => Float64Array.from(values));
}
