/**
 * Places in a row of values between which straight lines stay within a tolerance of it: its ends, and by halves the value
 * that lies farthest off the line (Ramer 1972, Douglas and Peucker 1973, with distances along the values' own axis).
 * Ascending; no place for no values.
 */
export function straightened(values: ArrayLike<number>, tolerance: number): number[] {
  if (values.length < 2) return values.length === 1 ? [0] : [];
  const kept = [0, values.length - 1];
  const open: [number, number][] = [[0, values.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const place = farthest(values, stretch, tolerance);
    if (place === null) continue;
    kept.push(place);
    open.push([stretch[0], place], [place, stretch[1]]);
  }
  return kept.sort((a, b) => a - b);
}

function farthest(values: ArrayLike<number>, [from, to]: [number, number], tolerance: number): number | null {
  let [place, most]: [number | null, number] = [null, tolerance];
  const slope = (values[to] - values[from]) / (to - from);
  for (let at = from + 1; at < to; at++) {
    const off = Math.abs(values[at] - values[from] - slope * (at - from));
    if (off > most) [place, most] = [at, off];
  }
  return place;
}
