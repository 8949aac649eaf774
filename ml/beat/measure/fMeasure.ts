/** Annotated beats and those that were found, in seconds, ascending. */
export interface BeatPair {
  truth: readonly number[];
  found: readonly number[];
}

/** Beats before that are not judged: a tracker may need them to find the tempo (Davies et al. 2009). */
const skippedSeconds = 5;

/** Both without the first five seconds. */
export function judged({ truth, found }: BeatPair): BeatPair {
  const later = (times: readonly number[]) => times.filter((time) => time >= skippedSeconds);
  return { truth: later(truth), found: later(found) };
}

/**
 * F measure of beats within 70 ms (Davies, Degara and Plumbley, "Evaluation methods for musical audio beat tracking
 * algorithms", 2009), each matched with one at most; as `mir_eval.beat.f_measure` after `trim_beats`. 0 to 1; 0 where
 * either is empty.
 */
export function beatFMeasure(pair: BeatPair, windowSeconds = 0.07): number {
  const { truth, found } = judged(pair);
  let hits = 0;
  for (let i = 0, j = 0; i < truth.length && j < found.length;) {
    const apart = found[j] - truth[i];
    if (Math.abs(apart) <= windowSeconds) hits++;
    if (apart >= -windowSeconds) i++;
    if (apart <= windowSeconds) j++;
  }
  return truth.length > 0 && found.length > 0 ? (2 * hits) / (truth.length + found.length) : 0;
}
