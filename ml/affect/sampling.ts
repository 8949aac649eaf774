/** Where samples lie in time: the first at `startSeconds`, then every `hopSeconds`. */
export interface Sampling {
  hopSeconds: number;
  startSeconds: number;
}

/** The moment of a sample, in seconds. */
export const secondsOf = ({ startSeconds, hopSeconds }: Sampling, index: number): number =>
  startSeconds + index * hopSeconds;

/** Which of `count` samples is nearest to a moment; before the first it is the first, after the last the last. */
export function indexAt({ startSeconds, hopSeconds }: Sampling, seconds: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round((seconds - startSeconds) / hopSeconds)));
}
