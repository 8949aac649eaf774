import { dimensions, type Dimension } from '@/ml/affect/dimension';
import { readTempoMap, secondsAtQuarter } from '@/ml/midi/tempoMap';
import { quantile } from '@/ml/statistics/quantile';

/** One rater's word for every stretch of a piece, in [-1, 1]. */
export interface Rater {
  valence: number[];
  arousal: number[];
}

/** Quartiles of what raters said, a value for each moment. */
interface Quartiles {
  lower: number[];
  median: number[];
  upper: number[];
}

export interface RatingsOverTime {
  raters: number;
  valence: Quartiles;
  arousal: Quartiles;
}

/** A rating stands for four quarter notes of the tempo map, whatever the piece's metre (VGMIDI). */
const quartersPerRating = 4;

/**
 * What the raters of a piece said at each of `moments` (seconds). Raters whose lists are shorter than `ratings`
 * are left out, longer lists are cut, as in training. Null where no rater is left.
 *
 * @param midi the piece as a standard MIDI file: its tempo map says when a rating begins
 * @param ratings how many ratings the piece has
 */
export function ratingsOverTime(
  raters: readonly Rater[],
  { midi, ratings, moments }: { midi: Uint8Array; ratings: number; moments: readonly number[] },
): RatingsOverTime | null {
  const whole = raters.filter((rater) => dimensions.every((name) => rater[name].length >= ratings));
  if (whole.length === 0 || ratings === 0) return null;
  const map = readTempoMap(midi);
  const starts = Array.from({ length: ratings }, (_, index) =>
    secondsAtQuarter(map, index * quartersPerRating),
  );
  const inForce = moments.map((moment) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= moment),
    ),
  );
  const quartilesOf = (name: Dimension) => {
    const perRating = Array.from({ length: ratings }, (_, index) =>
      Float64Array.from(whole, (rater) => rater[name][index]).sort(),
    );
    const at = (share: number) => inForce.map((index) => quantile(perRating[index], share));
    return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
  };
  return { raters: whole.length, valence: quartilesOf('valence'), arousal: quartilesOf('arousal') };
}
