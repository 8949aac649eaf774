import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import { lastingStart } from '@/ml/film/lastingStart';
import type { RigidCost } from '@/ml/dtw/plain/rigidStretches';
import { certainPlace, type CertainPlace } from '@/ml/film/certainPlace';
import { cueOf, type Cue, type CueQuestion } from '@/ml/film/cue';
import { stretchedPiece, type FilmEdit } from '@/ml/film/fitting/filmEdit';
import { playedPieces } from '@/ml/film/fitting/playedPieces';
import { splicedCurve } from '@/ml/film/fitting/spliced';
import { cueCosts, cueFitAt, stretchUnder, type CueFit } from '@/ml/film/cueFit';
import type { CueSection } from '@/app/ui/film/filmProject';

/** The last start of a cue's music in its track from which it lasts through the cue, in seconds. */
export function latestStart(cue: Cue, { curve, durationSeconds }: FittedTrack, cueSeconds: number): number {
  const byCurve = (curve.valence.length - cue.query.length) * curveHopSeconds;
  return lastingStart(Math.max(0, byCurve), { trackSeconds: durationSeconds, cueSeconds }) ?? 0;
}

/** A track as far as it is fitted. */
export interface FittedTrack {
  curve: EmotionCurve;
  durationSeconds: number;
}

/** What of a section counts for how it fits. */
export type FittedSection = Pick<CueSection, 'startSeconds' | 'edit'>;

/** How a section fits its cue, how certain the best place around it is, and the music's own curve under the cue. */
export interface SectionFit extends CueFit {
  place: CertainPlace;
  stretch: EmotionCurve;
}

/** How a section's music fits; null where it does not last through the cue. An edit's place is where it was made. */
export function fitOf(question: CueQuestion, curve: EmotionCurve, section: FittedSection): SectionFit | null {
  const cue = cueOf(question);
  if (section.edit) return fitOfEdit(cue, curve, playedEdit(section, question.durationSeconds));
  const { startSeconds } = section;
  const fit = cueFitAt(cue, curve, startSeconds);
  const stretch = stretchUnder(cue, curve, startSeconds);
  if (!fit || !stretch) return null;
  const starts = curve.valence.length - cue.query.length + 1;
  const costAt = cueCosts(cue, curve);
  const start = bestAround(costAt, { start: Math.round(startSeconds / curveHopSeconds), starts });
  const place = certainPlace(costAt, { start, starts, hopSeconds: curveHopSeconds });
  return { ...fit, place, stretch };
}

/** What of its edit is heard in a section, in seconds of the track as it is. */
function playedEdit(section: FittedSection, durationSeconds: number): FilmEdit {
  const { stretch = 1 } = section.edit ?? {};
  const played = playedPieces(section, durationSeconds);
  return { pieces: played.map((piece) => stretchedPiece(piece, 1 / stretch)), stretch };
}

/** By the curve put together from the track's: how it sounds is told by the server alone. */
function fitOfEdit(cue: Cue, curve: EmotionCurve, edit: FilmEdit): SectionFit | null {
  const { pieces } = edit;
  if (pieces.some(({ endSeconds }) => endSeconds > (curve.valence.length + 1) * curveHopSeconds)) return null;
  const stretch = splicedCurve(curve, edit, cue.query.length);
  const [{ startSeconds }] = pieces;
  const place = {
    ...{ earliest: startSeconds, latest: startSeconds },
    ...{ plusMinusSeconds: curveHopSeconds / 2, rivals: [] },
  };
  return { ...cueFitAt(cue, stretch, 0)!, place, stretch };
}

/** What a cue costs at each start on its curve's samples, as the distances that a search tells. */
export function distancesOf(cue: Cue, curve: EmotionCurve): number[] {
  const costAt = cueCosts(cue, curve);
  const starts = Math.max(0, curve.valence.length - cue.query.length + 1);
  return Array.from({ length: starts }, (_, start) => Math.sqrt(costAt(start) / cue.query.length));
}

/** The start downhill from one: where going on in either direction costs more. */
function bestAround(costAt: RigidCost, { start, starts }: { start: number; starts: number }): number {
  let best = Math.min(starts - 1, start);
  for (;;) {
    const next = [best - 1, best + 1]
      .filter((place) => place >= 0 && place < starts)
      .find((place) => costAt(place) < costAt(best));
    if (next === undefined) return best;
    best = next;
  }
}
