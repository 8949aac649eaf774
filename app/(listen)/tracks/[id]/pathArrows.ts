/** A place on the drawing of the plane, in its units. */
export interface Place {
  x: number;
  y: number;
}

/** An arrow head: where its tip is, and its direction in degrees clockwise from the right. */
export interface Arrow extends Place {
  degrees: number;
}

/** The path with each place moved to the mean of those within `reach` of it, so that its course can be read. */
export function smoothPath(path: readonly Place[], reach: number): Place[] {
  return path.map((_, index) => {
    const near = path.slice(Math.max(0, index - reach), index + reach + 1);
    return {
      x: near.reduce((sum, place) => sum + place.x, 0) / near.length,
      y: near.reduce((sum, place) => sum + place.y, 0) / near.length,
    };
  });
}

/** Arrow heads along a path, one each `spacing` of its length, the first half a spacing from the start. */
export function arrowsAlong(path: readonly Place[], spacing: number): Arrow[] {
  const arrows: Arrow[] = [];
  let next = spacing / 2;
  let gone = 0;
  for (let index = 1; index < path.length; index++) {
    const from = path[index - 1];
    const to = path[index];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    for (; length > 0 && next <= gone + length; next += spacing) {
      const share = (next - gone) / length;
      arrows.push({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y), degrees });
    }
    gone += length;
  }
  return arrows;
}
