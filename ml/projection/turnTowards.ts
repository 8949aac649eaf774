import { centred } from '../matrix/centred';
import { type Matrix, matrixOf } from '../matrix/matrix';
import { multiply, transposed } from '../matrix/multiply';

/**
 * A map in two dimensions turned, and mirrored where that is better, so that its places come nearest to
 * `targets` (orthogonal Procrustes: the turn that makes the sum of products greatest). Nothing is stretched.
 *
 * @param map [n, 2]
 * @param targets [n, 2]: what should lie along x and y
 */
export function turnTowards(map: Matrix, targets: Matrix): Matrix {
  const places = centred(map);
  const [xx, xy, yx, yy] = multiply(transposed(places), centred(targets)).values;
  const mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
  const angle = mirrored ? Math.atan2(xy + yx, xx - yy) : Math.atan2(xy - yx, xx + yy);
  const sense = mirrored ? -1 : 1;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return multiply(places, matrixOf(Float32Array.of(cosine, sine, -sense * sine, sense * cosine), 2));
}
