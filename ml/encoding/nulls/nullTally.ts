import { benjaminiHochberg } from '../../statistics/benjaminiHochberg';
import { quantileOf } from '../../statistics/quantile';
import { type TestedMap } from '../encodingReport';

/** A draw that is the observation itself must count, whatever order its sums were taken in. */
const rounding = 1e-12;

/** Counts, draw by draw, how often chance does as well as what was observed. */
export class NullTally {
  private readonly sizes: Float64Array;
  private readonly reached: Int32Array;
  private readonly maxima: Float64Array;

  /**
   * @param observed [target]
   * @param options.draws how many will be added
   * @param options.twoSided whether far below 0 counts as well as far above
   */
  constructor(
    private readonly observed: Float64Array,
    private readonly options: { draws: number; twoSided: boolean },
  ) {
    this.sizes = observed.map((value) => this.size(value) - rounding * Math.abs(value));
    this.reached = new Int32Array(observed.length);
    this.maxima = new Float64Array(options.draws).fill(-Infinity);
  }

  /**
   * @param draw its number; each target must be given exactly once in each
   * @param drawn the same statistic under the null, of targets from `firstTarget` on
   */
  add(draw: number, drawn: Float64Array, firstTarget = 0): void {
    for (let index = 0; index < drawn.length; index++) {
      const size = this.size(drawn[index]);
      if (size >= this.sizes[firstTarget + index]) this.reached[firstTarget + index]++;
      if (size > this.maxima[draw]) this.maxima[draw] = size;
    }
  }

  /**
   * p = (b + 1) / (m + 1), where b of m draws reach what was observed (Phipson and Smyth 2010), for each target and
   * against the maximum over targets (Westfall and Young 1993).
   */
  result(): TestedMap {
    const { draws } = this.options;
    const p = Array.from(this.reached, (count) => (count + 1) / (draws + 1));
    const reachedByMaximum = (size: number) =>
      this.maxima.reduce((sum, most) => sum + Number(most >= size), 0);
    return {
      observed: Array.from(this.observed),
      p,
      pFamily: Array.from(this.sizes, (size) => (reachedByMaximum(size) + 1) / (draws + 1)),
      q: benjaminiHochberg(p),
      threshold: quantileOf(this.maxima, 0.95),
    };
  }

  private size(value: number): number {
    return this.options.twoSided ? Math.abs(value) : value;
  }
}

/** What was observed, where nothing was asked of chance. */
export const untested = (observed: Float64Array): TestedMap => ({
  observed: Array.from(observed),
  p: null,
  pFamily: null,
  q: null,
  threshold: null,
});
