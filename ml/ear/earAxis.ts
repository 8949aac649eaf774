import { movedWithin } from './border';
import { type FactorRows, nextFactorRow, solveDown, solveUp } from './choleskyRows';
import { type AxisEstimates } from './earLibrary';
import { type EarAxisSettings } from './earSettings';

/** A track, and how like it every track sounds, [tracks]. */
export interface HeardTrack {
  track: number;
  likeness: Float32Array;
}

/** What the correction of a track says beyond other corrections, in units of its standard deviation given them. */
export interface Novelty {
  /** By which the residuals of the others, and last of the track itself, sum to it. */
  weights: Float64Array;
  /** Every track's covariance with it, [tracks], in that track's own deviations. */
  covariance: Float64Array;
}

/**
 * The Gaussian process of one axis, in units of each track's own deviation: where every track is moved to, and what share of
 * its variance remains. README.md has the kernel.
 */
export class EarAxis {
  /** [tracks], in deviations of the track. */
  private readonly movements: Float64Array;
  /** Shares of the model's variance, [tracks]. */
  private readonly remaining: Float64Array;

  constructor(
    private readonly prior: AxisEstimates,
    private readonly settings: EarAxisSettings,
  ) {
    this.movements = new Float64Array(prior.points.length);
    this.remaining = new Float64Array(prior.points.length).fill(1);
  }

  /** How far a value lies from the model's point, in the track's deviations. */
  residual(track: number, value: number): number {
    return (value - this.prior.points[track]) / this.prior.deviations[track];
  }

  /** The factor of the covariance of corrections, grown by the first of `heard` that it lacks. */
  grown(factor: FactorRows, heard: readonly HeardTrack[]): FactorRows {
    const { track } = heard[factor.length];
    const row = this.correlations(heard, factor.length + 1, track);
    row[factor.length] += this.noiseVariance(track);
    return [...factor, nextFactorRow(factor, row)];
  }

  /** The weights of the novelty of the last of `heard`, given the others, of which `factor` is. */
  noveltyWeights(factor: FactorRows, heard: readonly HeardTrack[]): Float64Array {
    const { track } = heard[heard.length - 1];
    const solved = solveDown(factor, this.correlations(heard, heard.length - 1, track));
    let variance = 1 + this.noiseVariance(track);
    for (const value of solved) variance -= value * value;
    const deviation = Math.sqrt(variance);
    const weights = new Float64Array(heard.length).fill(1 / deviation);
    solveUp(factor, solved).forEach((value, index) => (weights[index] = -value / deviation));
    return weights;
  }

  /** The novelty of the last of `heard`. @param sums of their likeness by the weights, [tracks], which it writes over */
  noveltyOf(heard: readonly HeardTrack[], weights: Float64Array, sums: Float64Array): Novelty {
    const { points } = this.prior;
    const { zero, slope, smooth } = this.settings;
    let level = 0;
    let steepness = 0;
    heard.forEach(({ track }, index) => {
      level += zero * weights[index];
      steepness += slope * weights[index] * points[track];
    });
    for (let track = 0; track < sums.length; track++) {
      sums[track] = level + steepness * points[track] + smooth * sums[track];
    }
    heard.forEach(({ track }, index) => (sums[track] += weights[index] * this.own(track)));
    return { weights, covariance: sums };
  }

  /** Moves every track by its covariance, so many times. */
  move({ covariance }: Novelty, times: number): void {
    const { movements } = this;
    for (let track = 0; track < movements.length; track++) movements[track] += times * covariance[track];
  }

  /** Takes in what a correction says: its novelty is `surprise`. */
  learn(novelty: Novelty, surprise: number): void {
    this.move(novelty, surprise);
    const { remaining } = this;
    const { covariance } = novelty;
    for (let track = 0; track < remaining.length; track++) remaining[track] -= covariance[track] ** 2;
  }

  /** Undoes `learn`. */
  forget(novelty: Novelty, surprise: number): void {
    this.move(novelty, -surprise);
    const { remaining } = this;
    const { covariance } = novelty;
    for (let track = 0; track < remaining.length; track++) remaining[track] += covariance[track] ** 2;
  }

  /** Back to the model's word, to the last bit. */
  reset(): void {
    this.movements.fill(0);
    this.remaining.fill(1);
  }

  point(track: number): number {
    const { points, deviations } = this.prior;
    return movedWithin(points[track], deviations[track] * this.movements[track]);
  }

  deviation(track: number): number {
    return this.prior.deviations[track] * Math.sqrt(Math.max(0, this.remaining[track]));
  }

  /** What is now said of all tracks. */
  estimates(): AxisEstimates {
    const { points, deviations } = this.prior;
    return {
      points: points.map((_, track) => this.point(track)),
      deviations: deviations.map((_, track) => this.deviation(track)),
    };
  }

  /** The variance that a correction takes from all tracks, each by its weight, in squared units of the plane. */
  told({ covariance }: Novelty, trackWeights?: Float64Array): number {
    const { deviations } = this.prior;
    let sum = 0;
    for (let track = 0; track < covariance.length; track++) {
      sum += (trackWeights?.[track] ?? 1) * (covariance[track] * deviations[track]) ** 2;
    }
    return sum;
  }

  /** The variance of all tracks, each by its weight, in squared units of the plane. */
  variance(trackWeights?: Float64Array): number {
    let sum = 0;
    for (let track = 0; track < this.remaining.length; track++) {
      sum += (trackWeights?.[track] ?? 1) * this.deviation(track) ** 2;
    }
    return sum;
  }

  /** Correlations of the first so many of `heard` with a track, which may be among them. */
  private correlations(heard: readonly HeardTrack[], count: number, other: number): Float64Array {
    const { points } = this.prior;
    const { zero, slope, smooth } = this.settings;
    const row = new Float64Array(count);
    for (let index = 0; index < count; index++) {
      const { track, likeness } = heard[index];
      row[index] = zero + slope * points[track] * points[other] + smooth * likeness[other];
      if (track === other) row[index] += this.own(track);
    }
    return row;
  }

  /** The share of a track's variance that is its own. */
  private own(track: number): number {
    const { zero, slope, smooth } = this.settings;
    return 1 - zero - smooth - slope * this.prior.points[track] ** 2;
  }

  /** A correction's noise in the track's own deviations, squared. */
  private noiseVariance(track: number): number {
    return (this.settings.noise / this.prior.deviations[track]) ** 2;
  }
}
