import { type Found } from './topMatches';

/**
 * A search that is worked on in pieces, beside others: what is found is what the tracks were when it began, whatever
 * comes and goes meanwhile.
 */
export interface OngoingSearch {
  /** Works on for about so many milliseconds; tells whether the answer is complete. */
  step(milliseconds: number): boolean;
  /** Whether it has begun: from then on the tracks are those that there were. */
  readonly isBegun: boolean;
  /** The nearest so far, nearest first. */
  found(): Found[];
  /** Tracks that were compared so far: all that were to be, once it is complete. */
  readonly compared: number;
  /** Memory that it takes from its first step on. */
  readonly bytes: number;
  /** Gives back what it holds: to be called once, whether complete or not; nothing may be asked afterwards. */
  release(): void;
}

/** How a search is told from the others that are ongoing, for it to be dropped by another thread; not 0, which none is. */
export interface Named {
  name?: number;
}

/** Works on a search until it is complete. */
export function finished(search: OngoingSearch): Found[] {
  try {
    while (!search.step(Infinity));
    return search.found();
  } finally {
    search.release();
  }
}

/** A search that is done in one step. */
export function inOneStep(search: () => Found[], tracks: number): OngoingSearch {
  let found: Found[] | undefined;
  return {
    step: () => {
      found ??= search();
      return true;
    },
    get isBegun() {
      return found !== undefined;
    },
    found: () => found ?? [],
    get compared() {
      return found ? tracks : 0;
    },
    bytes: 0,
    release: () => undefined,
  };
}
