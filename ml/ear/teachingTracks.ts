import { createRandom, type Random } from '../random';
import { requireTrack } from './correction';
import { Ear } from './ear';
import { libraryOfTracks } from './earLibrary';

interface TeachingOptions {
  /** How many tracks to propose at most. */
  count: number;
  /** Rows of the library that may be proposed; all where none are told. */
  among?: readonly number[];
  /** Another seed weighs other tracks. */
  seed?: number;
}

interface TeachingTrack {
  /** Its row in the library. */
  track: number;
  /** The share of the library's variance that its correction would take, after those of the tracks before it. */
  taught: number;
}

/** Tracks that are weighed against each other, and tracks on which it is measured what each would teach. */
const [mostCandidates, mostListeners] = [256, 1024];

/**
 * The tracks whose correction would teach most about all others, best first, each as if those before it were corrected, so
 * that no two teach the same.
 *
 * Up to 1,280 tracks are weighed exactly. Of more, 256 are drawn as candidates, and what they teach is measured on them, on
 * the corrected tracks and on 1,024 others that stand for the rest: an unbiased estimate, within a few per cent of
 * `Ear.teaching`. A candidate is weighed again only while it might still be best, which finds the best wherever correcting
 * one track never makes another teach more (Minoux 1978), and nearly so elsewhere.
 *
 * @throws RangeError for a count that is not whole, or a row that the library has not.
 */
export function teachingTracks(ear: Ear, { count, among, seed = 0 }: TeachingOptions): TeachingTrack[] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`invalid count: ${count} (0, 1, 2 …)`);
  const sample = sampleOf(ear, { among, random: createRandom(seed, 'teaching tracks') });
  const chosen: TeachingTrack[] = [];
  const variance = sample.ear.variance(sample.trackWeights);
  let waiting = sample.candidates.map((row) => ({ row, teaching: Infinity }));
  while (chosen.length < count && waiting.length > 0) {
    const best = bestOf(waiting, (row) => sample.ear.teaching(row, sample.trackWeights));
    waiting = waiting.filter((one) => one !== best);
    chosen.push({ track: sample.tracks[best.row], taught: best.teaching / variance });
    const { valence, arousal } = sample.ear.estimateOf(best.row);
    sample.ear.correct({ track: best.row, valence, arousal });
  }
  return chosen;
}

interface Candidate {
  row: number;
  /** What it taught when it was last weighed. */
  teaching: number;
}

/** The candidate that teaches most, weighed in the order of what each taught before until none behind can teach more. */
function bestOf(candidates: Candidate[], weigh: (row: number) => number): Candidate {
  candidates.sort((one, other) => other.teaching - one.teaching);
  let best = candidates[0];
  best.teaching = weigh(best.row);
  for (const candidate of candidates.slice(1)) {
    if (candidate.teaching <= best.teaching) break;
    candidate.teaching = weigh(candidate.row);
    if (candidate.teaching > best.teaching) best = candidate;
  }
  return best;
}

interface Sample {
  /** The library's rows of the sample's tracks. */
  tracks: number[];
  /** The sample's rows that may be proposed. */
  candidates: number[];
  /** How many tracks of the library each stands for. */
  trackWeights: Float64Array;
  /** An ear on the sample that has heard the same corrections. */
  ear: Ear;
}

function sampleOf(
  { library, corrections, settings }: Ear,
  { among, random }: { among?: readonly number[]; random: Random },
): Sample {
  const { rows } = library.embedding;
  among?.forEach((track) => requireTrack(library, track));
  const known = corrections.map(({ track }) => track);
  const corrected = new Set(known);
  const pool = (among ?? Array.from({ length: rows }, (_, track) => track)).filter(
    (track) => !corrected.has(track),
  );
  const candidates = drawn(pool, mostCandidates, random);
  const named = new Set([...known, ...candidates]);
  const rest = Array.from({ length: rows }, (_, track) => track).filter((track) => !named.has(track));
  const listeners = drawn(rest, mostListeners, random);
  const tracks = [...known, ...candidates, ...listeners];
  const ear = new Ear(libraryOfTracks(library, tracks), settings);
  corrections.forEach((correction, track) => ear.correct({ ...correction, track }));
  return {
    tracks,
    candidates: candidates.map((_, index) => known.length + index),
    trackWeights: Float64Array.from(tracks, (_, row) =>
      row < named.size ? 1 : rest.length / listeners.length,
    ),
    ear,
  };
}

/** So many of the items at most, each as likely as another, drawn without replacement (Fisher and Yates). */
function drawn(items: readonly number[], count: number, random: Random): number[] {
  const left = [...items];
  const size = Math.min(count, left.length);
  for (let at = 0; at < size; at++) {
    const other = at + Math.floor(random.next() * (left.length - at));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left.slice(0, size);
}
