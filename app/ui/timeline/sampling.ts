/** Where the samples of a curve lie in time: the first at `startSeconds`, then every `hopSeconds`. */
export interface Sampling {
  hopSeconds: number;
  startSeconds: number;
  durationSeconds: number;
}

type Grid = Pick<Sampling, 'hopSeconds' | 'startSeconds'>;

/** The moment of a sample in seconds. */
export const secondsOf = ({ startSeconds, hopSeconds }: Grid, index: number): number =>
  startSeconds + index * hopSeconds;

/** The sample nearest to a moment, of `count` samples. */
export function indexAt({ startSeconds, hopSeconds }: Grid, seconds: number, count: number): number {
  const index = Math.round((seconds - startSeconds) / hopSeconds);
  return Math.min(count - 1, Math.max(0, index));
}
