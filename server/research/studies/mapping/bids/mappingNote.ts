import type { BidsRun } from '../../../recordings/bids/bidsFolder';
import { runWords } from '../../../recordings/bids/bidsRuns';

/** What a person should know of a proposed mapping: what is wrong with a file, or what is left out and why. */
export interface MappingNote {
  kind: 'fault' | 'unused';
  message: string;
}

/** Runs as a note names them: "01, happy and 36 other runs". */
export function runsWords([first, ...others]: readonly BidsRun[]): string {
  if (others.length === 0) return runWords(first);
  return `${runWords(first)} and ${others.length} other ${others.length === 1 ? 'run' : 'runs'}`;
}
