/** A stretch of a cue and what it counts. Seconds from the cue's start, `start` before `end`. */
export interface ImportanceStretch {
  start: number;
  end: number;
  /** 0 (does not count) to `mostImportance`; 1 is usual. */
  weight: number;
}

/** What a moment may count at most: "this moment must fit". */
export const mostImportance = 4;
/** So many stretches a film may be told. */
export const mostStretches = 2000;

/** What counts where nothing is said. */
const usualWeight = 1;

/**
 * One weight for each of `points` samples of a cue, `hopSeconds` apart: the mean over the sample's hop, where a later
 * stretch rules over an earlier one, and 1 where there is none.
 */
export function importanceSamples(
  stretches: readonly ImportanceStretch[],
  { points, hopSeconds }: { points: number; hopSeconds: number },
): Float64Array {
  const edges = [...new Set([0, ...stretches.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  const pieces = edges.map((from, place) => ({
    from,
    to: edges[place + 1] ?? Infinity,
    weight: stretches.findLast(({ start, end }) => start <= from && from < end)?.weight ?? usualWeight,
  }));
  return Float64Array.from({ length: points }, (_, index) => {
    const [first, last] = [index * hopSeconds, (index + 1) * hopSeconds];
    const parts = pieces.map(({ from, to, weight }) => ({
      weight,
      seconds: Math.max(0, Math.min(to, last) - Math.max(from, first)),
    }));
    const whole = parts.find(({ seconds }) => seconds === last - first);
    return (
      whole?.weight ?? parts.reduce((sum, { weight, seconds }) => sum + weight * seconds, 0) / hopSeconds
    );
  });
}
