import type { SeriesWithFacts } from '../studyDetail';

/** A series as problems name it: "recording of s33, story". */
export function seriesWords({ kind, name, participant, stimulus }: SeriesWithFacts): string {
  const what = kind === 'rating' || kind === 'feature' ? `${kind} ${name}` : kind;
  return `${what} of ${participant === null ? stimulus : `${participant}, ${stimulus}`}`;
}

/** What every problem of a series says beside its words. */
export function aboutSeries({ id, participant, stimulus }: SeriesWithFacts, region: string | null = null) {
  return { seriesId: id, participant, stimulus, region };
}
