import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { certainPlace, type CertainPlace } from '@/ml/film/certainPlace';
import { cueOf, type Cue, type CueQuestion } from '@/ml/film/cue';
import { cueCosts, cueFitAt, stretchUnder, type CueFit } from '@/ml/film/cueFit';

/** Where music may begin in a track so that it lasts through a cue: from its start to here, in seconds. */
export function latestStart(cue: Cue, { curve, durationSeconds }: FittedTrack, cueSeconds: number): number {
  const byCurve = (curve.valence.length - cue.query.length) * curveHopSeconds;
  return Math.max(0, Math.min(byCurve, durationSeconds - cueSeconds));
}

/** A track as far as it is fitted. */
export interface FittedTrack {
  curve: EmotionCurve;
  durationSeconds: number;
}

/** How a section fits its cue, how certain its place is, and the music's own curve under the cue. */
export interface SectionFit extends CueFit {
  place: CertainPlace;
  stretch: EmotionCurve;
}

/** How music fits that begins so far into a track; null where it does not last through the cue. */
export function fitOf(question: CueQuestion, curve: EmotionCurve, startSeconds: number): SectionFit | null {
  const cue = cueOf(question);
  const fit = cueFitAt(cue, curve, startSeconds);
  const stretch = stretchUnder(cue, curve, startSeconds);
  if (!fit || !stretch) return null;
  const starts = curve.valence.length - cue.query.length + 1;
  const start = Math.min(starts - 1, Math.round(startSeconds / curveHopSeconds));
  const place = certainPlace(cueCosts(cue, curve), { start, starts, hopSeconds: curveHopSeconds });
  return { ...fit, place, stretch };
}

/** What a cue costs at each start on its curve's samples, as the distances that a search tells. */
export function distancesOf(cue: Cue, curve: EmotionCurve): number[] {
  const costAt = cueCosts(cue, curve);
  const starts = Math.max(0, curve.valence.length - cue.query.length + 1);
  return Array.from({ length: starts }, (_, start) => Math.sqrt(costAt(start) / cue.query.length));
}
