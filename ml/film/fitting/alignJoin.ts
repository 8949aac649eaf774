import type { HeardTrack } from './heardTrack';

const rateHz = 16_000;
/** Energy is compared every 4 ms. */
const hopSamples = 64;
/** How far the beat of the place gone to may be off the beat of the place left. */
const reachSeconds = 0.06;
/** What is compared: so many seconds before and after both places. */
const [beforeSeconds, afterSeconds] = [0.6, 1.2];
/** Correlations under that tell nothing. */
const leastCorrelation = 0.4;

/**
 * When a track is entered so that its strokes fall where those of the place that is left would have fallen: the tracked
 * beat, moved by up to 60 ms to where what begins about it correlates best; not moved where nothing correlates.
 *
 * @param leftSeconds - where the music before the join ends
 * @param enteredSeconds - the beat at which it is to go on
 */
export function alignedEntry(
  { mono16k }: Pick<HeardTrack, 'mono16k'>,
  leftSeconds: number,
  enteredSeconds: number,
): number {
  const hopSeconds = hopSamples / rateHz;
  const reach = Math.round(reachSeconds / hopSeconds);
  const length = Math.round((beforeSeconds + afterSeconds) / hopSeconds);
  const left = strokes(mono16k, leftSeconds - beforeSeconds, length);
  const entered = strokes(mono16k, enteredSeconds - beforeSeconds - reach * hopSeconds, length + 2 * reach);
  const likeness = Float64Array.from({ length: 2 * reach + 1 }, (_, lag) =>
    correlation(left, entered.subarray(lag, lag + length)),
  );
  const best = likeness.indexOf(Math.max(...likeness));
  if (!(likeness[best] >= leastCorrelation)) return enteredSeconds;
  return Math.max(0, enteredSeconds + (best - reach) * hopSeconds);
}

/** By how much the logarithm of the energy grows from one stretch of 4 ms to the next, smoothed over three. */
function strokes(sound: Float32Array, fromSeconds: number, count: number): Float64Array {
  const first = Math.round(fromSeconds * rateHz);
  const levels = Float64Array.from({ length: count + 3 }, (_, place) => {
    let energy = 1e-6;
    const at = first + (place - 2) * hopSamples;
    for (let i = Math.max(1, at); i < Math.min(sound.length, at + 2 * hopSamples); i++)
      // The difference of neighbours lifts what is bright: strokes.
      energy += (sound[i] - 0.9 * sound[i - 1]) ** 2;
    return Math.log(energy);
  });
  const growth = levels.map((level, place) => Math.max(0, level - (levels[place - 1] ?? level)));
  return Float64Array.from(
    { length: count },
    (_, i) => 0.25 * growth[i + 1] + 0.5 * growth[i + 2] + 0.25 * (growth[i + 3] ?? 0),
  );
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centreA, centreB] = [mean(a), mean(b)];
  let [product, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += (a[i] - centreA) * (b[i] - centreB);
    ofA += (a[i] - centreA) ** 2;
    ofB += (b[i] - centreB) ** 2;
  }
  return ofA > 0 && ofB > 0 ? product / Math.sqrt(ofA * ofB) : 0;
}
