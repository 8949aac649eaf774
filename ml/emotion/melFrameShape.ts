import frontEnd from '../audio/frontEnd.json';
import pool from './melPool.json';
import { bands, groups, lags } from './poolLayout';

const history = Math.max(...lags) + 1;
const groupBands = bands / groups;

/**
 * One log-mel frame taken apart into loudness and the shape of its spectrum, with the frames before it that the
 * differences need. With x a band's mel power and p the mean of x over the bands:
 * `power` = p, `loudness` = log10 p, `shape` = log10(x / p + floor). The shape does not change with the level at which
 * a track was recorded, and the differences are of loudness + shape, where the level cancels.
 */
export class MelFrameShape {
  power = 0;
  loudness = 0;
  readonly shape = new Float64Array(bands);
  private level = new Float64Array(bands);
  private previousLevel = new Float64Array(bands);
  private readonly groupLevels = Array.from({ length: history }, () => new Float64Array(groups));
  private readonly loudnesses = new Float64Array(history);
  private slot = 0;

  /** Makes `values`, one log-mel frame, the current one. */
  advance(values: Float32Array): void {
    [this.level, this.previousLevel] = [this.previousLevel, this.level];
    this.slot = (this.slot + 1) % history;
    let total = 0;
    for (let band = 0; band < bands; band++) {
      this.shape[band] = Math.expm1(values[band] * Math.LN10) / frontEnd.compressionGain;
      total += this.shape[band];
    }
    this.power = total / bands + pool.powerFloor;
    this.loudness = Math.log10(this.power);
    this.loudnesses[this.slot] = this.loudness;
    const groupLevel = this.groupLevels[this.slot].fill(0);
    for (let band = 0; band < bands; band++) {
      this.shape[band] = Math.log10(this.shape[band] / this.power + pool.relativeFloor);
      this.level[band] = this.shape[band] + this.loudness;
      groupLevel[Math.floor(band / groupBands)] += this.level[band] / groupBands;
    }
  }

  /** Adds to `sums` [bands] how far each band's level is from the frame before. */
  addBandDifferences(sums: Float64Array): void {
    for (let band = 0; band < bands; band++)
      sums[band] += Math.abs(this.level[band] - this.previousLevel[band]);
  }

  /** Adds to `sums` [groups] how far each group's level is from `lag` frames before. */
  addGroupDifferences(lag: number, sums: Float64Array): void {
    const now = this.groupLevels[this.slot];
    const then = this.groupLevels[this.slotBefore(lag)];
    for (let group = 0; group < groups; group++) sums[group] += Math.abs(now[group] - then[group]);
  }

  /** How far the loudness is from `lag` frames before. */
  loudnessDifference(lag: number): number {
    return Math.abs(this.loudness - this.loudnesses[this.slotBefore(lag)]);
  }

  private slotBefore(lag: number): number {
    return (this.slot - lag + history) % history;
  }
}
