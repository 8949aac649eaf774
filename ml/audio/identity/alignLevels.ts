import { rowSeconds, rowSize } from './bandLevels';

/** Two recordings' band levels laid over each other. */
export interface AlignedLevels {
  rows: number;
  /** Levels of the first less those of the second, in decibels, row-major [rows, 47]. */
  differences: Float32Array;
  /** Levels of the first over the same time, in decibels. */
  levels: Float32Array;
}

/** Seconds that the start of one encoding may be cut off, or silence put before it: more in a longer recording. */
const leastReach = 0.75;
const reachShare = 0.01;
/** The finest shift, in rows: 0.05 s. */
const finestShift = 1 / 16;

/**
 * Lays two recordings' band levels over each other at the shift, of up to 0.75 s or 1 % of their length either way,
 * at which the differences vary least: whole rows first, then ever smaller steps about the best, the second's rows
 * interpolated by cubics. What they vary about is a gain. Undefined where they have no two rows in common.
 *
 * @param a - levels in decibels, row-major [rows, 47]
 * @param b - the others
 */
export function alignLevels(a: Float32Array, b: Float32Array): AlignedLevels | undefined {
  const seconds = (rowSeconds * Math.min(a.length, b.length)) / rowSize;
  const reach = Math.ceil(Math.max(leastReach, reachShare * seconds) / rowSeconds);
  const wholes = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  let best = closest(a, b, wholes);
  for (let step = 0.5; best !== undefined && step >= finestShift; step /= 2)
    best = closest(a, b, [best, best - step, best + step]);
  return best === undefined ? undefined : layOver(a, b, best);
}

function closest(a: Float32Array, b: Float32Array, shifts: number[]): number | undefined {
  const variances = shifts.map((shift) => varianceAt(a, b, shift));
  const least = Math.min(...variances);
  return least === Infinity ? undefined : shifts[variances.indexOf(least)];
}

/** How much the differences at a shift vary about their mean; infinite where fewer than two rows lie over each other. */
function varianceAt(a: Float32Array, b: Float32Array, shift: number): number {
  const { from, to, over, weights } = overlap(a, b, shift);
  if (to - from < 2 * rowSize) return Infinity;
  let [sum, squares] = [0, 0];
  for (let i = from; i < to; i++) {
    const difference = a[i] - interpolated(b, i + over, weights);
    sum += difference;
    squares += difference * difference;
  }
  const mean = sum / (to - from);
  return squares / (to - from) - mean * mean;
}

/** Row t of the first over row t + shift of the second, as far as both go. */
function layOver(a: Float32Array, b: Float32Array, shift: number): AlignedLevels {
  const { from, to, over, weights } = overlap(a, b, shift);
  const levels = a.slice(from, to);
  const differences = levels.map((level, i) => level - interpolated(b, from + i + over, weights));
  return { rows: levels.length / rowSize, differences, levels };
}

/** The stretch of the first's numbers that the second covers, how much further on those lie in it, and its weights. */
function overlap(a: Float32Array, b: Float32Array, shift: number) {
  const whole = Math.floor(shift);
  const isWhole = shift === whole;
  const [before, after] = isWhole ? [0, 0] : [1, 2];
  return {
    from: Math.max(0, before - whole) * rowSize,
    to: Math.min(a.length, b.length - (after + whole) * rowSize),
    over: whole * rowSize,
    weights: isWhole ? undefined : cubicWeights(shift - whole),
  };
}

function interpolated(b: Float32Array, at: number, weights: Float64Array | undefined): number {
  if (weights === undefined) return b[at];
  return (
    weights[0] * b[at - rowSize] +
    weights[1] * b[at] +
    weights[2] * b[at + rowSize] +
    weights[3] * b[at + 2 * rowSize]
  );
}

/** Lagrange's weights of the four points at -1, 0, 1 and 2 for a place between 0 and 1. */
function cubicWeights(x: number): Float64Array {
  return Float64Array.of(
    (-x * (x - 1) * (x - 2)) / 6,
    ((x + 1) * (x - 1) * (x - 2)) / 2,
    (-(x + 1) * x * (x - 2)) / 2,
    ((x + 1) * x * (x - 1)) / 6,
  );
}
