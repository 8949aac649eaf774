import type { FilmEdit } from '@/ml/film/fitting/filmEdit';
import { playedPieces } from '@/ml/film/fitting/playedPieces';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { AppError } from '../../base/errors';
import { mediaRateHz, type Film } from '../interchange/handedOver';

/** Music before and after a cue for whoever moves an edge, in seconds. */
const handleSeconds = 5;
const samplesOfDay = 86_400 * mediaRateHz;

/** A stretch of a track under a stretch of a film. */
export interface PlannedSection {
  film: Pick<Film, 'rate' | 'startFrame'>;
  cue: { name: string; inFrame: number; outFrame: number };
  /** Where in the track the cue's music begins. */
  startSeconds: number;
  /** Where the track is joined with itself, if it is. */
  edit?: FilmEdit;
  trackSeconds: number;
  /** False for exactly the cue. */
  withHandles: boolean;
}

/** Which samples of a track go into a file, at 48 kHz. */
export interface SectionPlan {
  /** The first one, counted from the track's first. */
  firstSample: number;
  lengthSamples: number;
  /** Where in the file the cue's music begins, and how much of it there is. */
  cueAtSample: number;
  cueSamples: number;
  /** When the file begins on the film's clock of time code, in samples after midnight. */
  timeReferenceSamples: number;
  /** Where in the file the cue begins, in seconds: on the film's grid of frames, so that no program rounds it. */
  inSeconds: number;
  /** Of an edit: what is read of the track, one after the other, as long as the file all together. */
  stretches?: Stretch[];
  /** How many times slower the track is played: its samples are then those of the whole track stretched. */
  stretch?: number;
}

/** Samples of a track, counted from its first. */
export interface Stretch {
  firstSample: number;
  lengthSamples: number;
}

/**
 * The samples for a cue: its own length, with handles of 5 s (to the nearest frame before it) where the track has so
 * much, and where the film's time code has not begun at midnight.
 *
 * @throws AppError 'invalid' where the track ends before the cue
 */
export function sectionPlan(section: PlannedSection): SectionPlan {
  const { film, cue, startSeconds, edit, trackSeconds, withHandles } = section;
  const samplesOf = (frames: number) => secondsOf(frames, film.rate) * mediaRateHz;
  // Frames and samples share no grid: the sample in which the cue ends belongs to it.
  const cueSamples = Math.ceil(samplesOf(cue.outFrame - cue.inFrame) - 1e-6);
  const played = playedStretches({ startSeconds, edit }, cueSamples);
  const [start, last] = [played[0].firstSample, played[played.length - 1]];
  const { stretch } = edit ?? {};
  const trackSamples = Math.round(trackSeconds * (stretch ?? 1) * mediaRateHz);
  const left = trackSamples - last.firstSample - last.lengthSamples;
  if (left < -1) throw tooShort(cue.name, -left / mediaRateHz);
  const wanted = withHandles ? Math.round((handleSeconds * film.rate.numerator) / film.rate.denominator) : 0;
  const clockFrame = film.startFrame + cue.inFrame;
  const before = Math.min(wanted, clockFrame, Math.floor(start / samplesOf(1)));
  const cueAtSample = Math.round(samplesOf(before));
  const after = Math.min(Math.round(samplesOf(wanted)), Math.max(0, left));
  const plan: SectionPlan = {
    firstSample: start - cueAtSample,
    lengthSamples: cueAtSample + Math.min(cueSamples, cueSamples + left) + after,
    cueAtSample,
    cueSamples,
    timeReferenceSamples: Math.round(samplesOf(clockFrame - before)) % samplesOfDay,
    inSeconds: secondsOf(before, film.rate),
    ...(stretch && { stretch }),
  };
  return played.length === 1 ? plan : { ...plan, stretches: withHandlesOf(plan, played) };
}

/** The pieces of a section in samples: cut where their ends, counted from the cue's start, fall. */
function playedStretches(
  section: Pick<PlannedSection, 'startSeconds' | 'edit'>,
  cueSamples: number,
): Stretch[] {
  const pieces = playedPieces(section, cueSamples / mediaRateHz);
  let at = 0;
  let seconds = 0;
  return pieces.map(({ startSeconds, endSeconds }, place) => {
    seconds += endSeconds - startSeconds;
    const end = place === pieces.length - 1 ? cueSamples : Math.round(seconds * mediaRateHz);
    const lengthSamples = end - at;
    at = end;
    return { firstSample: Math.round(startSeconds * mediaRateHz), lengthSamples };
  });
}

/** The first stretch begins with the handle before the cue, the last ends with the one after it. */
function withHandlesOf({ firstSample, lengthSamples }: SectionPlan, played: readonly Stretch[]): Stretch[] {
  const [first, ...others] = played;
  const opening = { firstSample, lengthSamples: first.firstSample + first.lengthSamples - firstSample };
  const before = [opening, ...others.slice(0, -1)];
  const spent = before.reduce((sum, stretch) => sum + stretch.lengthSamples, 0);
  return [...before, { ...others[others.length - 1], lengthSamples: lengthSamples - spent }];
}

function tooShort(cueName: string, missingSeconds: number): AppError {
  return new AppError(
    'invalid',
    `invalid cue: ${cueName} (its music ends ${missingSeconds.toFixed(2)} s before it: shorten the cue, or fit the ` +
      'length of the track)',
  );
}
