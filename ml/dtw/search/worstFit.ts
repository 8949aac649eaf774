/** A stretch of time, in seconds. */
export interface Span {
  start: number;
  end: number;
}

/** The stretch told of is this part of the whole. */
const share = 1 / 8;

/**
 * Where a match fits worst: of all stretches an eighth as long as the drawing the one with the largest mean square of
 * `error` (one value per query point), the earliest of several. `hop` is the time from one query point to the next.
 */
export function worstFit(error: readonly number[], hop: number): Span {
  const width = Math.max(1, Math.round(error.length * share));
  let sum = 0;
  let most = -Infinity;
  let first = 0;
  error.forEach((value, index) => {
    sum += value ** 2 - (index >= width ? error[index - width] ** 2 : 0);
    if (index < width - 1 || sum <= most) return;
    most = sum;
    first = index + 1 - width;
  });
  return { start: first * hop, end: (first + width) * hop };
}
