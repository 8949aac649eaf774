/** Buckets a second while streaming: fine enough for a wide screen, 144 kB an hour. */
export const peaksPerSecond = 20;

/** Full scale in a signed byte. */
const fullScale = 127;

const toByte = (sample: number) => Math.round(Math.max(-1, Math.min(1, sample)) * fullScale);

/**
 * Streaming outline of a waveform: the smallest and the largest sample of every 1/20 s of a mono sound, as
 * signed bytes (min, max, min, max, ...) where 127 is full scale. The last bucket may be shorter.
 */
export class WaveformPeaks {
  private readonly peaks: number[] = [];
  private received = 0;
  private smallest = Infinity;
  private largest = -Infinity;

  constructor(private readonly sampleRateHz: number) {}

  push(mono: Float32Array): void {
    for (let from = 0; from < mono.length;) {
      const bucketEnd = this.bucketStart(this.peaks.length / 2 + 1) - this.received;
      const to = Math.min(mono.length, from + bucketEnd);
      this.widen(mono, from, to);
      this.received += to - from;
      if (to - from === bucketEnd) this.closeBucket();
      from = to;
    }
  }

  /** The outline of everything pushed. */
  finish(): Int8Array {
    if (this.smallest <= this.largest) this.closeBucket();
    return Int8Array.from(this.peaks);
  }

  /** The first sample of a bucket; buckets of a rate that 20 does not divide differ by a sample. */
  private bucketStart(bucket: number): number {
    return Math.round((bucket * this.sampleRateHz) / peaksPerSecond);
  }

  private widen(mono: Float32Array, from: number, to: number): void {
    let { smallest, largest } = this;
    for (let i = from; i < to; i++) {
      if (mono[i] < smallest) smallest = mono[i];
      if (mono[i] > largest) largest = mono[i];
    }
    this.smallest = smallest;
    this.largest = largest;
  }

  private closeBucket(): void {
    this.peaks.push(toByte(this.smallest), toByte(this.largest));
    this.smallest = Infinity;
    this.largest = -Infinity;
  }
}

/**
 * An outline in another number of buckets, for display: each new bucket spans all old ones it touches, so that
 * no peak is lost; with more buckets than before, old ones repeat.
 *
 * @param peaks - pairs (min, max) as `WaveformPeaks` gives
 * @param buckets - how many pairs are wanted, a whole number of at least 1
 */
export function reducePeaks(peaks: Int8Array, buckets: number): Int8Array {
  if (!Number.isInteger(buckets) || buckets < 1)
    throw new RangeError(`invalid buckets: ${buckets} (a whole number of at least 1 is accepted)`);
  const before = peaks.length / 2;
  if (before === 0) return new Int8Array(2 * buckets);
  const reduced = new Int8Array(2 * buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * before) / buckets);
    const to = Math.ceil(((bucket + 1) * before) / buckets);
    const touched = peaks.subarray(2 * from, 2 * to);
    reduced[2 * bucket] = touched.reduce((smallest, peak) => Math.min(smallest, peak));
    reduced[2 * bucket + 1] = touched.reduce((largest, peak) => Math.max(largest, peak));
  }
  return reduced;
}
