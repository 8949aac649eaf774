/** What a piece's samples must lie within: a recording, a rating or a feature. */
export interface Extent {
  hopSeconds: number;
  startSeconds: number;
  samples: number;
}

/** The samples of a piece: sample j of `samples` stands for the time (first + j + sampleTime) hops after it began. */
export interface PieceTimes {
  hopSeconds: number;
  sampleTime: number;
  first: number;
  samples: number;
  /** Seconds after the piece began, [samples]. */
  times: Float64Array;
  /** How many samples of features are there before the first, and after the last: what was trimmed was heard. */
  margin: { before: number; after: number };
}

/** Rounding of times in headers, in hops. */
const rounding = 1e-3;

/**
 * The samples that all runs and series of a piece cover, trimmed at both ends.
 *
 * @param options.recordings runs, whose sample i stands for (i + sampleTime) hops after they began
 * @param options.others series whose sample i stands for i hops after their first; features' windows reach half a hop
 * @param options.durationSeconds of the piece; null where nobody knows
 * @returns no samples where nothing is common to all
 */
export function pieceTimes({
  hopSeconds,
  sampleTime,
  recordings,
  others,
  durationSeconds,
  trimStartSeconds,
  trimEndSeconds,
}: {
  hopSeconds: number;
  sampleTime: number;
  recordings: Extent[];
  others: Extent[];
  durationSeconds: number | null;
  trimStartSeconds: number;
  trimEndSeconds: number;
}): PieceTimes {
  const starts = [0, ...recordings.map(({ startSeconds }) => startSeconds)];
  const ends = [
    ...(durationSeconds === null ? [] : [durationSeconds]),
    ...recordings.map(({ startSeconds, samples }) => startSeconds + samples * hopSeconds),
    ...others.map(
      (series) => series.startSeconds + (series.samples - 0.5) * series.hopSeconds + hopSeconds / 2,
    ),
  ];
  const untrimmed = Math.floor(Math.min(...ends) / hopSeconds + rounding);
  const first = Math.ceil((Math.max(...starts) + trimStartSeconds) / hopSeconds - rounding);
  const end = Math.floor((Math.min(...ends) - trimEndSeconds) / hopSeconds + rounding);
  const samples = Number.isFinite(end) ? Math.max(0, end - first) : 0;
  const times = Float64Array.from({ length: samples }, (_, j) => (first + j + sampleTime) * hopSeconds);
  const margin = { before: first, after: samples === 0 ? 0 : untrimmed - first - samples };
  return { hopSeconds, sampleTime, first, samples, times, margin };
}

/** The times of a piece's features: its samples with their margins. */
export function featureTimes({ hopSeconds, sampleTime, first, samples, margin }: PieceTimes): Float64Array {
  const count = margin.before + samples + margin.after;
  return Float64Array.from(
    { length: count },
    (_, j) => (first - margin.before + j + sampleTime) * hopSeconds,
  );
}
