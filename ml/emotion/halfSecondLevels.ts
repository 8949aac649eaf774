import frontEnd from '../audio/measure/frontEnd.json';

const { melBands, sampleRateHz, hopSamples } = frontEnd;
const framesPerHalfSecond = sampleRateHz / hopSamples / 2;

/** How loud each half second is: the mean of its log-mel frames, 0 in silence. */
export class HalfSecondLevels {
  private readonly sums: number[] = [];
  private readonly counts: number[] = [];
  private frames = 0;

  /** The next frames, row-major [n, 96]. */
  push(melFrames: Float32Array): void {
    for (let at = 0; at < melFrames.length; at += melBands, this.frames++) {
      const halfSecond = Math.floor(this.frames / framesPerHalfSecond);
      let sum = 0;
      for (let band = at; band < at + melBands; band++) sum += melFrames[band];
      this.sums[halfSecond] = (this.sums[halfSecond] ?? 0) + sum / melBands;
      this.counts[halfSecond] = (this.counts[halfSecond] ?? 0) + 1;
    }
  }

  /** Of the first `count` half seconds; those that are not there are as the last one. */
  levels(count: number): Float64Array {
    const last = this.sums.length - 1;
    return Float64Array.from({ length: count }, (_, index) => {
      const halfSecond = Math.min(index, last);
      return this.sums[halfSecond] / this.counts[halfSecond];
    });
  }
}
