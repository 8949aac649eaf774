import type { ViewPoint } from '../outlines/spline';

const corners = 28;
/** A shape of more corners looks round already. */
const enoughCorners = 12;

export interface CellOptions {
  /** The reach of a cell that no other hems in, in the unit of the points. */
  radius: number;
  /** What is left free between neighbours. */
  gap: number;
}

/**
 * The cell of each point: all that is nearer to it than to any other (Voronoi 1908) and within a radius, less a seam,
 * with rounded corners. A sketch of where a region lies whose true border is not known.
 */
export function cellsOf(points: readonly ViewPoint[], { radius, gap }: CellOptions): ViewPoint[][] {
  return points.map((centre, index) => {
    const others = points.filter((other, at) => at !== index && distance(other, centre) < 2 * radius);
    const disc = Array.from({ length: corners }, (_, corner): ViewPoint => {
      const angle = (2 * Math.PI * corner) / corners;
      return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
    });
    return rounded(others.reduce((cell, other) => nearerPart(cell, { centre, other, gap }), disc));
  });
}

const distance = (a: ViewPoint, b: ViewPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** What of a convex shape lies on the centre's side of the line half way to another point (Sutherland & Hodgman 1974). */
function nearerPart(
  cell: ViewPoint[],
  { centre, other, gap }: { centre: ViewPoint; other: ViewPoint; gap: number },
): ViewPoint[] {
  const apart = distance(centre, other);
  if (apart < 1e-6) return cell;
  const direction = [(other[0] - centre[0]) / apart, (other[1] - centre[1]) / apart];
  const border = Math.max(0.25 * apart, apart / 2 - gap / 2);
  const beyond = ([x, y]: ViewPoint) =>
    (x - centre[0]) * direction[0] + (y - centre[1]) * direction[1] - border;
  return cell.flatMap((to, index) => {
    const from = cell[(index + cell.length - 1) % cell.length];
    const [before, after] = [beyond(from), beyond(to)];
    const crossing = mix(from, to, before / (before - after));
    if (before <= 0 !== after <= 0) return after <= 0 ? [crossing, to] : [crossing];
    return after <= 0 ? [to] : [];
  });
}

/** Corners cut at a quarter of each side (Chaikin 1974), twice where there are few. */
function rounded(cell: ViewPoint[]): ViewPoint[] {
  const cut = (shape: ViewPoint[]) =>
    shape.flatMap((from, index) => {
      const to = shape[(index + 1) % shape.length];
      return [mix(from, to, 0.25), mix(from, to, 0.75)];
    });
  return cell.length > enoughCorners ? cut(cell) : cut(cut(cell));
}

const mix = (from: ViewPoint, to: ViewPoint, share: number): ViewPoint => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];
