import { curveHopSeconds } from '@/ml/affect/curveHop';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { Cue } from '@/ml/film/cue';
import { cueCosts } from '@/ml/film/cueFit';
import { barSecondsOf, distanceOf, type EditWish } from '@/ml/film/fitting/findEdit';
import { mostJoins } from '@/ml/film/fitting/filmEdit';
import { randomEdit } from '@/ml/film/fitting/randomEdits';
import { createRandom } from '@/ml/random';
import type { FitFigures } from './fitEdit';

const randomCount = 200;

/** The best stretch of a track as long as a cue, and the one from its start. */
export function uncutFigures(cue: Cue, curve: EmotionCurve): Pick<FitFigures, 'bestUncut' | 'plainTrim'> {
  const { length } = cue.query;
  const starts = curve.valence.length - length + 1;
  if (starts < 1) return { bestUncut: null, plainTrim: null };
  const costAt = cueCosts(cue, curve);
  const distances = Array.from({ length: starts }, (_, start) => Math.sqrt(costAt(start) / length));
  const distance = Math.min(...distances);
  return {
    bestUncut: { startSeconds: distances.indexOf(distance) * curveHopSeconds, distance },
    plainTrim: { distance: distances[0] },
  };
}

/** The median of random edits with so many joins, or as many as the rules let them have. */
export function randomFigure(wish: EditWish, joins: number): FitFigures['randomEdits'] {
  const { track, durationSeconds } = wish;
  const random = createRandom(1, 'random edits');
  const space = {
    barSeconds: barSecondsOf(track),
    trackSeconds: track.durationSeconds,
    durationSeconds,
    joins: Math.min(joins, mostJoins(durationSeconds)),
  };
  const distances = [];
  for (let draw = 0; draw < randomCount; draw++) {
    const edit = randomEdit(space, random);
    if (!edit) break;
    distances.push(distanceOf(wish, edit));
  }
  if (distances.length === 0) return null;
  const sorted = distances.toSorted((a, b) => a - b);
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return { count: sorted.length, medianDistance: middle, analysed: 'predicted' };
}
