import type { FeatureRows } from './featureRows';

/**
 * A map in two dimensions turned, and mirrored where that is better, so that its places come nearest to
 * `targets` (orthogonal Procrustes: the turn that makes the sum of products greatest). Nothing is stretched.
 *
 * @param map two dimensions
 * @param targets two dimensions, as many rows: what should lie along x and y
 */
export function turnTowards(map: FeatureRows, targets: FeatureRows): FeatureRows {
  const [places, aims] = [centred(map), centred(targets)];
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let row = 0; row < map.count; row++) {
    const [x, y] = [places[2 * row], places[2 * row + 1]];
    const [u, v] = [aims[2 * row], aims[2 * row + 1]];
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
  }
  const mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
  const angle = mirrored ? Math.atan2(xy + yx, xx - yy) : Math.atan2(xy - yx, xx + yy);
  const sense = mirrored ? -1 : 1;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const values = new Float32Array(2 * map.count);
  for (let row = 0; row < map.count; row++) {
    const [x, y] = [places[2 * row], sense * places[2 * row + 1]];
    values[2 * row] = cosine * x - sine * y;
    values[2 * row + 1] = sine * x + cosine * y;
  }
  return { count: map.count, dimensions: 2, values };
}

function centred({ count, values }: FeatureRows): Float64Array {
  const mean = [0, 0];
  values.forEach((value, index) => (mean[index % 2] += value / count));
  return Float64Array.from(values, (value, index) => value - mean[index % 2]);
}
