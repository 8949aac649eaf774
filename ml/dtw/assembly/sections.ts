import { nextShare } from './parts/shares';
import { forgetBand } from './parts/sections/exact';
import { searchTrack } from './parts/sections/nearest';
import {
  candidateCount,
  candidates,
  probed,
  probedCount,
  readPlan,
  stride,
  surveyed,
  surveyedCount,
  tracks,
} from './parts/sections/plan';
import { layOut } from './parts/sections/scratch';
import { probeTrack, surveyTrack } from './parts/sections/survey';

/** Phases of a search, as ml/dtw/shared/sharedSections.ts begins them. */
const survey: i32 = 1;
const probe: i32 = 2;

/** Tracks that a thread takes at once. */
const together: i32 = 8;
const entryBytes: usize = 24;
const surveyedBytes: usize = 16;

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
  const count = phase === survey ? surveyedCount : phase === probe ? probedCount : candidateCount;
  for (let first = nextShare() * together; first < count; first = nextShare() * together) {
    for (let k = first; k < min(first + together, count); k++) {
      if (phase === survey) surveyTrack(entryOf(k * stride), surveyed + <usize>k * surveyedBytes);
      else if (phase === probe) probeOf(load<i32>(probed + ((<usize>k) << 2)));
      else searchTrack(entryOf(k));
    }
  }
}

function probeOf(place: i32): void {
  probeTrack(entryOf(place * stride), surveyed + <usize>place * surveyedBytes);
}

function entryOf(candidate: i32): usize {
  return tracks + <usize>load<u32>(candidates + ((<usize>candidate) << 2)) * entryBytes;
}
