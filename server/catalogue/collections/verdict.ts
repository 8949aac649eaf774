import type { HeardSound } from './heardSound';
import type { Hearing } from './hearing';

/**
 * - `right`: what one of the judges hears.
 * - `refused`: not heard, or not to its end, and a reason is told.
 * - `unjudged`: heard, where no judge hears the file to its end.
 * - `wrong`: heard otherwise than by every judge, and nothing is told.
 */
export type Verdict = 'right' | 'refused' | 'unjudged' | 'wrong';

/** Decoders differ in what they take for an encoder's delay and padding. */
const toleratedSeconds = 0.15;
const toleratedShare = 0.02;
const toleratedDb = 1;
/** Under this, only the noise of decoders is left. */
const silenceDb = -70;

/** Judges what is heard of a file by what others hear of it. */
export function verdictOn({ sound, reason }: Hearing, others: HeardSound[]): Verdict {
  if (sound !== undefined && others.some((other) => isAlike(sound, other))) return 'right';
  if (reason !== undefined) return 'refused';
  return others.length === 0 ? 'unjudged' : 'wrong';
}

function isAlike(one: HeardSound, other: HeardSound): boolean {
  const tolerated = Math.max(toleratedSeconds, toleratedShare * other.seconds);
  if (Math.abs(one.seconds - other.seconds) > tolerated) return false;
  const [first, second] = [one, other].map(({ levelDb }) => Math.max(silenceDb, levelDb));
  return Math.abs(first - second) <= toleratedDb;
}
