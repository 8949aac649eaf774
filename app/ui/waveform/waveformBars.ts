/** A quieter track than this is not drawn to the full height, so that silence stays flat. */
const leastPeak = 24;

/**
 * The bars of a waveform: for each of `count` equal stretches the highest deflection of its buckets, 0..1 of
 * the track's own highest. `peaks` holds a signed minimum and maximum a bucket.
 */
export function waveformBars(peaks: Int8Array, count: number): Float32Array {
  const buckets = peaks.length / 2;
  const bars = new Float32Array(count);
  let highest = leastPeak;
  for (let bar = 0; bar < count && buckets > 0; bar++) {
    const from = Math.floor((bar * buckets) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * buckets) / count));
    for (let index = 2 * from; index < 2 * to; index++)
      bars[bar] = Math.max(bars[bar], Math.abs(peaks[index]));
    highest = Math.max(highest, bars[bar]);
  }
  return bars.map((height) => height / highest);
}
