/** A point of a view in millimetres: to the right and up. */
export type ViewPoint = readonly [number, number];

/**
 * The SVG path of a smooth line through points: a uniform Catmull-Rom spline written as cubic curves, whose tangent at a
 * point is a sixth of the way between its neighbours (Catmull & Rom 1974). A closed line ends where it began.
 */
export function splinePath(points: readonly ViewPoint[], closed: boolean): string {
  const last = points.length - 1;
  const at = (index: number): ViewPoint =>
    closed ? points[(index + points.length) % points.length] : points[Math.min(last, Math.max(0, index))];
  const pieces = [`M${coordinate(points[0])}`];
  for (let index = 0; index < (closed ? points.length : last); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const leaving: ViewPoint = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const arriving: ViewPoint = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    pieces.push(`C${[leaving, arriving, to].map(coordinate).join(' ')}`);
  }
  return closed ? `${pieces.join('')}Z` : pieces.join('');
}

/** The SVG path of straight lines around a closed shape. */
export function polygonPath(points: readonly ViewPoint[]): string {
  return `M${points.map(coordinate).join('L')}Z`;
}

/** True where a point lies within a closed line of straight pieces: an odd number of edges is met on the way out. */
export function isWithin([x, y]: ViewPoint, outline: readonly ViewPoint[]): boolean {
  let within = false;
  outline.forEach(([toX, toY], index) => {
    const [fromX, fromY] = outline[(index + outline.length - 1) % outline.length];
    const isMet = fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    if (isMet) within = !within;
  });
  return within;
}

/** Two decimals: a hundredth of a pixel or a millimetre. */
const coordinate = ([x, y]: ViewPoint): string => `${round(x)},${round(y)}`;

const round = (value: number): number => Math.round(value * 100) / 100 + 0;
