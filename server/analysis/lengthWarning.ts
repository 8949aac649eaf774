import { clock } from './clock';

/** How much shorter than announced a sound may be: encoders round, and announce what players skip. */
const toleratedSeconds = 1;
const toleratedShare = 0.02;

/** A remark on a sound that is shorter than its container announces; null where it is not. */
export function lengthWarning(heardSeconds: number, announcedSeconds: number | null): string | null {
  if (announcedSeconds === null) return null;
  const missing = announcedSeconds - heardSeconds;
  if (missing <= Math.max(toleratedSeconds, toleratedShare * announcedSeconds)) return null;
  const [heard, announced] = [heardSeconds, announcedSeconds].map(clock);
  return `the file ends after ${heard} of the ${announced} its container announces: it is probably cut off`;
}
