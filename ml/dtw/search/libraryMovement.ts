import { type Dimension, dimensions } from '../../affect/dimension';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { leastShapeFloor, type ShapeFloor } from '../../affect/shape';
import { runningSums, type RunningSums } from '../plain/runningSums';

/** The floor is this part of how much the median track moves: about the flattest twentieth of a library lies below. */
const floorShare = 1 / 3;
/** Stretches of these many points are told of, and whole tracks. */
const stretchPoints = [8, 16, 32, 64, 128, 256, 512, 1024];
const scaleCount = stretchPoints.length + 1;
const wholeTrack = stretchPoints.length;
/** Deviations are counted in steps of 0.01: fine enough, and a floor changes seldom as tracks come and go. */
const bins = 101;
const binWidth = 0.01;

/**
 * How much the tracks of a library move: the standard deviations of each dimension within stretches of several lengths
 * and within whole tracks, counted, so that tracks can come and go. The floor of shapes follows from them.
 */
export class LibraryMovement {
  private readonly counts: Record<Dimension, Int32Array> = {
    valence: new Int32Array(scaleCount * bins),
    arousal: new Int32Array(scaleCount * bins),
  };

  add(curve: EmotionCurve): void {
    this.count(curve, 1);
  }

  /** Takes away a curve that was added. */
  remove(curve: EmotionCurve): void {
    this.count(curve, -1);
  }

  /**
   * The least deviations that shapes are divided by: a third of the median track's within stretches of so many points (of
   * two lengths that are told of, what lies between them), or within whole tracks; at least leastShapeFloor.
   */
  floor(points?: number): ShapeFloor {
    const scale = points === undefined ? wholeTrack : scaleOf(points);
    const of = (dimension: Dimension) => {
      const low = this.median(dimension, Math.floor(scale));
      const high = this.median(dimension, Math.ceil(scale));
      if (low === undefined || high === undefined) return leastShapeFloor;
      return Math.max(leastShapeFloor, floorShare * (low + (high - low) * (scale - Math.floor(scale))));
    };
    return { valence: of('valence'), arousal: of('arousal') };
  }

  private count(curve: EmotionCurve, by: 1 | -1): void {
    for (const dimension of dimensions) {
      const sums = runningSums(curve[dimension]);
      const points = curve[dimension].length;
      const counted = [...stretchPoints.filter((stretch) => stretch <= points), points];
      counted.forEach((stretch, place) => {
        const scale = place === counted.length - 1 ? wholeTrack : place;
        const bin = Math.min(bins - 1, Math.floor(deviationWithin(sums, stretch) / binWidth));
        this.counts[dimension][scale * bins + bin] += by;
      });
    }
  }

  /** The middle of the bin in which the median lies; where no track is so long, of the longest stretches there are. */
  private median(dimension: Dimension, scale: number): number | undefined {
    if (scale < 0) return undefined;
    const counts = this.counts[dimension].subarray(scale * bins, (scale + 1) * bins);
    const half = counts.reduce((sum, count) => sum + count, 0) / 2;
    if (half === 0) return this.median(dimension, scale - 1);
    let seen = 0;
    const bin = counts.findIndex((count) => (seen += count) >= half);
    return (bin + 0.5) * binWidth;
  }
}

/** Where in `stretchPoints` a length stands, between two of them by octaves. */
function scaleOf(points: number): number {
  return Math.min(stretchPoints.length - 1, Math.max(0, Math.log2(points / stretchPoints[0])));
}

/** Root mean square of the standard deviations within the stretches of so many points that follow one another. */
function deviationWithin({ values, squares }: RunningSums, points: number): number {
  const count = Math.floor((values.length - 1) / points);
  let sum = 0;
  for (let start = 0, stretch = 0; stretch < count; stretch++, start += points) {
    const mean = (values[start + points] - values[start]) / points;
    sum += Math.max(0, (squares[start + points] - squares[start]) / points - mean * mean);
  }
  return Math.sqrt(sum / count);
}
