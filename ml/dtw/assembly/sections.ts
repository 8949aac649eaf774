import { nextShare } from './parts/shares';
import { forgetBand } from './parts/sections/exact';
import { searchTrack } from './parts/sections/nearest';
import {
  candidateCount,
  candidates,
  readPlan,
  stride,
  surveyed,
  surveyedCount,
  tracks,
} from './parts/sections/plan';
import { layOut } from './parts/sections/scratch';
import { surveyTrack } from './parts/sections/survey';

/** Phases of a search, as ml/dtw/sharedSections.ts begins them. */
const survey: i32 = 1;

/** Tracks that a thread takes at once. */
const together: i32 = 8;
const entryBytes: usize = 24;

/** How many bytes of its own each thread needs for the search that memory describes. */
export function scratchBytes(): i32 {
  readPlan(0);
  return layOut();
}

/** A thread's part in a phase. */
export function work(phase: i32, place: i32): void {
  readPlan(place);
  layOut();
  forgetBand();
  const count = phase === survey ? surveyedCount : candidateCount;
  for (let first = nextShare() * together; first < count; first = nextShare() * together) {
    const last = min(first + together, count);
    for (let k = first; k < last; k++) {
      if (phase === survey) surveyTrack(entryOf(k * stride), surveyed + ((<usize>k) << 3));
      else searchTrack(entryOf(k));
    }
  }
}

function entryOf(candidate: i32): usize {
  return tracks + <usize>load<u32>(candidates + ((<usize>candidate) << 2)) * entryBytes;
}
