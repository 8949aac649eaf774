/** Where a function sampled at whole places is highest near one of them: a parabola through it and its neighbours. */
export function refinedPeak(values: ArrayLike<number>, place: number): number {
  if (place < 1 || place >= values.length - 1) return place;
  const [before, peak, after] = [values[place - 1], values[place], values[place + 1]];
  const bend = before - 2 * peak + after;
  if (!(bend < 0)) return place;
  return place + Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend));
}
