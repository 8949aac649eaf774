import { beginPiece, isSpent, mustPause } from './parts/pace';
import { nextShare } from './parts/shares';
import { forgetBand } from './parts/sections/exact';
import { beginTrack, rememberTrack, resumeTrackSearch, searchOn } from './parts/sections/nearest';
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
import { layOut, state } from './parts/sections/scratch';
import { probeTrack, surveyTrack } from './parts/sections/survey';

/** Phases of a search, as ml/dtw/shared/sharedSections.ts begins them. */
const survey: i32 = 1;
const probe: i32 = 2;

/**
 * Of a thread's state: the next track of those it took, the one behind the last of them, how many it has done with, and
 * whether it has one at hand; see also rememberTrack.
 */
const untilAt: usize = 4;
const doneAt: usize = 8;
const isSearchingAt: usize = 12;

/** Tracks that a thread takes at once. */
const together: i32 = 8;
const entryBytes: usize = 24;
const surveyedBytes: usize = 16;

/** How many bytes of its own each thread needs for the search that memory describes. */
export function scratchBytes(): i32 {
  readPlan(0);
  return layOut();
}

/**
 * A thread's part in a piece of a phase: what its state says it had at hand, then track after track. Before a phase the
 * states are all 0; it is at its end where no track is left, and no thread has one at hand. Tells whether the thread has
 * had its share of the piece.
 */
export function work(phase: i32, place: i32): bool {
  readPlan(place);
  layOut();
  forgetBand();
  beginPiece();
  const count = phase === survey ? surveyedCount : phase === probe ? probedCount : candidateCount;
  if (load<i32>(state, isSearchingAt)) resumeTrackSearch();
  while (!mustPause() && takeNext(count)) {
    const k = load<i32>(state);
    if (phase === survey) surveyTrack(entryOf(k * stride), surveyed + <usize>k * surveyedBytes);
    else if (phase === probe) probeOf(load<i32>(probed + ((<usize>k) << 2)));
    else if (!search(entryOf(k))) return isSpent();
    store<i32>(state, k + 1);
    store<i32>(state, load<i32>(state, doneAt) + 1, doneAt);
  }
  return isSpent();
}

/** Whether there is another track: the next of those that the thread took, or the first of those it takes then. */
function takeNext(count: i32): bool {
  if (load<i32>(state) < load<i32>(state, untilAt)) return true;
  const first = nextShare() * together;
  if (first >= count) return false;
  store<i32>(state, first);
  store<i32>(state, min(first + together, count), untilAt);
  return true;
}

/** Searches a track, or goes on with it; false where it must be gone on with in the next piece. */
function search(entry: usize): bool {
  if (!load<i32>(state, isSearchingAt)) beginTrack(entry);
  const isDone = searchOn(entry);
  store<i32>(state, isDone ? 0 : 1, isSearchingAt);
  if (!isDone) rememberTrack();
  return isDone;
}

function probeOf(place: i32): void {
  probeTrack(entryOf(place * stride), surveyed + <usize>place * surveyedBytes);
}

function entryOf(candidate: i32): usize {
  return tracks + <usize>load<u32>(candidates + ((<usize>candidate) << 2)) * entryBytes;
}
