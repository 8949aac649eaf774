import frontEnd from '../audio/frontEnd.json';
import pool from './melPool.json';
import { MelFrameShape } from './melFrameShape';
import { bands, columns, groups, lags, sumCount } from './poolLayout';

const mostFrames = Math.ceil(pool.halfSecondSamples / frontEnd.hopSamples);

/**
 * Streaming sums over the log-mel frames of every half second, from which the features of any window are pooled later
 * (`windowFeatures`). A frame belongs to the half second that holds its centre sample; a last half second of fewer
 * than 16 frames is joined to the one before. Memory: `sumCount` float32 values a half second.
 */
export class MelPool {
  private readonly rows: Float32Array[] = [];
  private readonly shapes = new Float64Array(mostFrames * bands);
  private readonly loudnesses = new Float64Array(mostFrames);
  private readonly frame = new MelFrameShape();
  private sums = new Float64Array(sumCount);
  private frameIndex = 0;

  /**
   * Takes the next frames of the track, in pieces of any size.
   *
   * @param frames row-major [n, 96], log10(1 + gain * mel power) as in frontEnd.json.
   * @throws RangeError where the length is not a multiple of 96.
   */
  push(frames: Float32Array): void {
    if (frames.length % bands !== 0) {
      throw new RangeError(`invalid frames: ${frames.length} values (a multiple of ${bands})`);
    }
    for (let start = 0; start < frames.length; start += bands)
      this.pushFrame(frames.subarray(start, start + bands));
  }

  /**
   * The sums of every half second, in order; closes the last one. Nothing may be pushed afterwards.
   *
   * @throws RangeError where no frame was pushed.
   */
  finish(): Float32Array[] {
    if (this.frameIndex === 0) throw new RangeError('invalid track: 0 frames (at least 1)');
    const last = this.closeHalfSecond();
    const before = this.rows.at(-1);
    if (before && last[columns.frames] < pool.leastFrames) joinHalfSeconds(before, last);
    else this.rows.push(last);
    return this.rows;
  }

  private pushFrame(values: Float32Array): void {
    const owner = Math.floor((this.frameIndex * frontEnd.hopSamples) / pool.halfSecondSamples);
    if (owner > this.rows.length) this.rows.push(this.closeHalfSecond());
    this.frame.advance(values);
    const { sums, frame } = this;
    const position = sums[columns.frames]++;
    this.shapes.set(frame.shape, position * bands);
    this.loudnesses[position] = frame.loudness;
    sums[columns.power] += frame.power;
    sums[columns.loudness] += frame.loudness;
    for (let band = 0; band < bands; band++) sums[columns.shape + band] += frame.shape[band];
    this.addDifferences();
    this.frameIndex++;
  }

  private addDifferences(): void {
    const { sums, frame } = this;
    if (this.frameIndex >= 1) frame.addBandDifferences(sums.subarray(columns.difference, columns.groupLags));
    lags.forEach((lag, i) => {
      if (this.frameIndex < lag) return;
      const start = columns.groupLags + i * groups;
      frame.addGroupDifferences(lag, sums.subarray(start, start + groups));
      sums[columns.loudnessLags + i] += frame.loudnessDifference(lag);
    });
  }

  private closeHalfSecond(): Float32Array {
    const { sums } = this;
    const count = sums[columns.frames];
    for (let position = 0; position < count; position++) {
      sums[columns.loudnessScatter] += (this.loudnesses[position] - sums[columns.loudness] / count) ** 2;
      for (let band = 0; band < bands; band++) {
        const deviation = this.shapes[position * bands + band] - sums[columns.shape + band] / count;
        sums[columns.shapeScatter + band] += deviation ** 2;
      }
    }
    this.sums = new Float64Array(sumCount);
    return Float32Array.from(sums);
  }
}

/** Adds the sums of `next` to `row`, squared deviations by the pairwise formula of Chan, Golub and LeVeque (1979). */
function joinHalfSeconds(row: Float32Array, next: Float32Array): void {
  const [count, nextCount] = [row[columns.frames], next[columns.frames]];
  const between = (column: number): number =>
    ((count * nextCount) / (count + nextCount)) * (row[column] / count - next[column] / nextCount) ** 2;
  row[columns.loudnessScatter] += between(columns.loudness);
  for (let band = 0; band < bands; band++) row[columns.shapeScatter + band] += between(columns.shape + band);
  for (let column = 0; column < sumCount; column++) row[column] += next[column];
}
