import type { BrainScheme } from './brainTheme';
import { divergingColour, sequentialColour } from './valueColours';

interface ScaleTick {
  /** Along the bar, 0..1. */
  position: number;
  label: string;
}

/** How values become colours: one for all views that are looked at together. */
export interface ColourScale {
  kind: 'diverging' | 'p' | 'ordinal';
  /** The size of value at the ends of the bar; for p the least p told apart, for an order its last place. */
  limit: number;
  /** What has less size than this (for p: what is larger) is not coloured. 0 colours all; for p 1 does. */
  floor: number;
  /** The colour of a value; null under the floor. */
  colourOf: (value: number) => string | null;
  /** The colour at a place of the bar 0..1; null under the floor. */
  colourAt: (position: number) => string | null;
  ticks: ScaleTick[];
}

/** The least round number (1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten) that no value's size exceeds; 1 without values. */
export function roundLimit(values: readonly (number | null)[]): number {
  const largest = values.reduce<number>(
    (most, value) => (value !== null && Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  if (largest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step =
    [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * power >= largest * (1 - 1e-12)) ?? 10;
  return Number((step * power).toPrecision(2));
}

/**
 * A scale symmetric about 0 for scores, weights and differences: `limit` above 0, `floor` from 0 to below `limit`.
 * Throws RangeError where they are not.
 */
export function divergingScale(options: { limit: number; floor: number; scheme: BrainScheme }): ColourScale {
  const { limit, floor, scheme } = options;
  if (!(limit > 0)) throw new RangeError(`invalid limit: ${limit} (a number above 0)`);
  if (!(floor >= 0)) throw new RangeError(`invalid floor: ${floor} (0 or more)`);
  const colourOf = (value: number) =>
    Number.isFinite(value) && Math.abs(value) >= floor ? divergingColour(value / limit, scheme) : null;
  return {
    kind: 'diverging',
    limit,
    floor,
    colourOf,
    colourAt: (position) => colourOf((2 * position - 1) * limit),
    ticks: divergingTicks(limit, floor),
  };
}

/** The ends, and the floor on both sides or, where there is no room for two numbers, in the middle. */
function divergingTicks(limit: number, floor: number): ScaleTick[] {
  const tick = (value: number) => ({ position: (value / limit + 1) / 2, label: signedNumber(value) });
  const share = floor / limit;
  if (share > 0.2 && share < 0.75) return [-limit, -floor, floor, limit].map(tick);
  const middle = floor === 0 || share >= 0.75 ? '0' : `±${signedNumber(floor).slice(1)}`;
  return [tick(-limit), { position: 0.5, label: middle }, tick(limit)];
}

/**
 * A scale of evidence for p values: shares of -log10 p, from 1 to the least p told apart. `floor` is the largest p that
 * is coloured. Throws RangeError where `least` is not in (0, 1) or `floor` not in (0, 1].
 */
export function pScale(options: { least?: number; floor: number; scheme: BrainScheme }): ColourScale {
  const { least = 0.001, floor, scheme } = options;
  if (!(least > 0 && least < 1)) throw new RangeError(`invalid least: ${least} (between 0 and 1)`);
  if (!(floor > 0 && floor <= 1)) throw new RangeError(`invalid floor: ${floor} (above 0, at most 1)`);
  const shareOf = (p: number) => Math.log10(Math.max(p, least)) / Math.log10(least);
  const colourOf = (p: number) => (p > floor ? null : sequentialColour(shareOf(p), scheme));
  const marks = [1, 0.1, 0.05, 0.01, 0.001, 0.0001].filter((p) => p >= least && (p !== 0.1 || least === 0.1));
  return {
    kind: 'p',
    limit: least,
    floor,
    colourOf,
    colourAt: (position) => colourOf(least ** position),
    ticks: marks.map((p) => ({ position: shareOf(p), label: p === 1 ? '1' : String(p).replace(/^0/, '') })),
  };
}

/** "+0.2", "−0.2", "0": three digits at most, with a true minus. */
function signedNumber(value: number): string {
  const size = String(Number(Math.abs(value).toPrecision(2)));
  if (value === 0) return '0';
  return value < 0 ? `−${size}` : `+${size}`;
}
