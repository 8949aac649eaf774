import { formatCount } from './format';

interface Stopped {
  searched: number;
  compared: number;
  stoppedAfterSeconds: number | null;
}

/** How far a search came that took too long, and what makes it shorter; nothing where it came to its end. */
export function explainStop({ searched, compared, stoppedAfterSeconds }: Stopped): string | null {
  if (stoppedAfterSeconds === null) return null;
  const percent = Math.floor((100 * compared) / Math.max(1, searched));
  return `Stopped after ${stoppedAfterSeconds} s: ${percent} % of ${formatCount(searched, 'track')} searched, the best of these listed. Filter the library, draw less, or let lengths and time differ less.`;
}
