import { decodeFloat32 } from '@/app/ui/arrays';

/** Where marks lie on a square: x of each, then y downwards, as shares of its side. */
export interface MapPlaces {
  x: Float32Array;
  y: Float32Array;
}

/** Room that is left at each edge of the square, so that marks and their rings stay inside. */
const margin = 0.05;

/**
 * Places on a map (x, y upwards, of each in turn, in no unit) fitted into the square: both axes by one factor,
 * since only how near marks are to each other means something.
 *
 * @param order which places to take, and in which order
 */
export function fitPlaces(placesBase64: string, order: readonly number[]): MapPlaces {
  const places = decodeFloat32(placesBase64);
  const xs = Float32Array.from(order, (place) => places[2 * place]);
  const ys = Float32Array.from(order, (place) => -places[2 * place + 1]);
  const [spanX, spanY] = [spanOf(xs), spanOf(ys)];
  const width = Math.max(spanX.width, spanY.width) || 1;
  const fit = (middle: number) => (value: number) => 0.5 + ((1 - 2 * margin) * (value - middle)) / width;
  return { x: xs.map(fit(spanX.middle)), y: ys.map(fit(spanY.middle)) };
}

function spanOf(values: Float32Array): { middle: number; width: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { middle: (least + most) / 2, width: most - least };
}

/** The mark nearest to a point of the square, or -1 where none lies within `reach`. */
export function nearestPlace({ x, y }: MapPlaces, point: { x: number; y: number }, reach: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (let index = 0; index < x.length; index++) {
    const square = (x[index] - point.x) ** 2 + (y[index] - point.y) ** 2;
    if (square <= least) {
      least = square;
      nearest = index;
    }
  }
  return nearest;
}
