/** What became of trials and windows, of one participant or of all. */
export interface SetCounts {
  trials: number;
  /** Of tracks that `tracks.tsv` does not name. */
  otherTrials: number;
  windows: number;
  /** Left out for artefacts. */
  rejected: number;
  /** Left out since the track's sound ends before them. */
  beyondSound: number;
}

export const noCounts = (): SetCounts => ({
  trials: 0,
  otherTrials: 0,
  windows: 0,
  rejected: 0,
  beyondSound: 0,
});

/** The sums of counts. */
export function summedCounts(each: readonly SetCounts[]): SetCounts {
  const total = noCounts();
  for (const counts of each)
    for (const name of Object.keys(total) as (keyof SetCounts)[]) total[name] += counts[name];
  return total;
}
