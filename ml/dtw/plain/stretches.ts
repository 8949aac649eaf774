import { type EmotionCurve } from '../../affect/emotionCurve';
import { exceeds } from './dtw';
import { type Envelope } from './envelope';
import { type LengthNode } from './lengthTree';
import { runningSums, type RunningSums } from './runningSums';
import { type Layer, type Sequence } from '../sequence';

/** Points looked at between two looks at the cutoff. */
const chunk = 8;

/** A coordinate of a stretch is (source - centre) * scale; in shape mode both depend on the stretch's length. */
interface Coordinate {
  source: Float32Array;
  scale: number;
  /** The least deviation of a shape. */
  floor: number;
  /** Only for shape. */
  sums?: RunningSums;
  /** For the current start, by length - shortest length. */
  centres: Float64Array;
  scales: Float64Array;
  /** Of the centres (low to high) and scales (small to large) over the lengths last bounded. */
  range: { low: number; high: number; small: number; large: number };
}

/**
 * The stretches of one curve, start by start: their coordinates and lower bounds of their costs. A shape is that of
 * each stretch, by its own mean and standard deviation from running sums.
 */
export class Stretches {
  /** What each point of the stretch costs at least, by the latest bound. */
  readonly least: Float64Array;
  private readonly coordinates: Coordinate[];
  private readonly length: number;
  private start = 0;

  constructor(
    curve: EmotionCurve,
    layers: readonly Layer[],
    private readonly lengths: { shortest: number; longest: number },
  ) {
    this.length = curve.valence.length;
    this.least = new Float64Array(lengths.longest);
    const count = lengths.longest - lengths.shortest + 1;
    this.coordinates = layers.flatMap(({ kind, scales, floors }) =>
      [curve.valence, curve.arousal].map((source, side) => ({
        source,
        scale: scales[side],
        floor: floors[side],
        sums: kind === 'shape' ? runningSums(source) : undefined,
        centres: new Float64Array(count),
        scales: new Float64Array(count).fill(scales[side]),
        range: { low: 0, high: 0, small: 0, large: 0 },
      })),
    );
  }

  moveTo(start: number): void {
    this.start = start;
    const longest = Math.min(this.lengths.longest, this.length - start);
    for (const { sums, scale, floor, centres, scales } of this.coordinates) {
      if (!sums) continue;
      for (let length = this.lengths.shortest; length <= longest; length++) {
        const place = length - this.lengths.shortest;
        const mean = (sums.values[start + length] - sums.values[start]) / length;
        const square = (sums.squares[start + length] - sums.squares[start]) / length;
        centres[place] = mean;
        scales[place] = scale / Math.max(Math.sqrt(Math.max(square - mean * mean, 0)), floor);
      }
    }
  }

  /** The stretch of `length` points from the current start. `values` is room for it. */
  sequence(length: number, values: Float32Array): Sequence {
    const dimensions = this.coordinates.length;
    const place = length - this.lengths.shortest;
    this.coordinates.forEach(({ source, centres, scales }, d) => {
      const centre = centres[place];
      const scale = scales[place];
      for (let index = 0, at = d; index < length; index++, at += dimensions) {
        values[at] = (source[this.start + index] - centre) * scale;
      }
    });
    return { values, dimensions, offset: 0, length };
  }

  /**
   * What every stretch of the node's lengths from the current start costs at least (LB_Keogh, each coordinate taken
   * as the interval that the lengths' centres and scales allow). Stops early once that exceeds the cutoff.
   */
  bound(node: LengthNode, cutoff: number): number {
    for (const coordinate of this.coordinates) this.setRange(coordinate, node);
    const { envelope } = node;
    let sum = 0;
    for (let from = 0; from < node.shortest; from += chunk) {
      const to = Math.min(from + chunk, node.shortest);
      for (let d = 0; d < this.coordinates.length; d++) sum += this.addLeast(envelope, d, { from, to });
      if (exceeds(sum, cutoff)) return sum;
    }
    return sum;
  }

  private setRange({ centres, scales, range, sums }: Coordinate, node: LengthNode): void {
    const first = node.shortest - this.lengths.shortest;
    const last = sums ? Math.min(node.longest, this.length - this.start) - this.lengths.shortest : first;
    let low = centres[first];
    let high = low;
    let small = scales[first];
    let large = small;
    for (let place = first + 1; place <= last; place++) {
      if (centres[place] < low) low = centres[place];
      if (centres[place] > high) high = centres[place];
      if (scales[place] < small) small = scales[place];
      if (scales[place] > large) large = scales[place];
    }
    range.low = low;
    range.high = high;
    range.small = small;
    range.large = large;
  }

  /** Adds what coordinate d of the points from `from` to `to` costs at least; the first one starts from 0. */
  private addLeast(
    { lower, upper }: Envelope,
    d: number,
    { from, to }: { from: number; to: number },
  ): number {
    const { source, range } = this.coordinates[d];
    const { low, high, small, large } = range;
    const { least, start } = this;
    const dimensions = this.coordinates.length;
    let sum = 0;
    for (let index = from, at = from * dimensions + d; index < to; index++, at += dimensions) {
      const above = source[start + index] - high;
      const below = source[start + index] - low;
      // Rounded as the sequence is, so that the bound holds for its single-precision values.
      const tooHigh = Math.fround(above * (above > 0 ? small : large)) - upper[at];
      const tooLow = lower[at] - Math.fround(below * (below > 0 ? large : small));
      const outside = tooHigh > 0 ? tooHigh : tooLow > 0 ? tooLow : 0;
      const cost = outside * outside;
      least[index] = d === 0 ? cost : least[index] + cost;
      sum += cost;
    }
    return sum;
  }
}
