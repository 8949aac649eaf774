import { curveSampling } from '../affect/curveHop';
import { secondsOf } from '../affect/sampling';
import { leastShapeFloor } from '../affect/shape';

/** A peak must rise over what lies between it and the next higher one by so much: a curve that moves less is still. */
const leastProminence = leastShapeFloor;

/**
 * The moments at which a side of a track's curve peaks, in seconds: local maxima (of a plateau its middle sample) whose
 * topographic prominence is at least 0.05. Neither end of the curve is a peak.
 */
export function curvePeaks(values: Float32Array): number[] {
  const peaks: number[] = [];
  for (let first = 1; first < values.length - 1; first++) {
    if (values[first] <= values[first - 1]) continue;
    let last = first;
    while (last < values.length - 1 && values[last + 1] === values[first]) last++;
    const falls = last < values.length - 1 && values[last + 1] < values[first];
    if (falls && prominence(values, first, last) >= leastProminence) {
      peaks.push(secondsOf(curveSampling, Math.floor((first + last) / 2)));
    }
    first = last;
  }
  return peaks;
}

/** How far one must go down from a peak, on the easier side, before it goes up higher. */
function prominence(values: Float32Array, first: number, last: number): number {
  const base = (from: number, step: 1 | -1) => {
    let least = values[from];
    for (let at = from; at >= 0 && at < values.length && values[at] <= values[from]; at += step) {
      least = Math.min(least, values[at]);
    }
    return least;
  };
  return values[first] - Math.max(base(first, -1), base(last, 1));
}
