import { cueOf, type Cue } from '@/ml/film/cue';
import { cueFitAt } from '@/ml/film/cueFit';
import { barSteps } from '@/ml/film/fitting/barSteps';
import {
  barSecondsOf,
  distanceOf,
  findEdits,
  type EditWish,
  type FoundEdit,
} from '@/ml/film/fitting/findEdit';
import { endedOnBar } from '@/ml/film/fitting/endedOnBar';
import { leastBars, mostJoins, type FilmEdit } from '@/ml/film/fitting/filmEdit';
import { heardTrack, type HeardTrack } from '@/ml/film/fitting/heardTrack';
import { joinReports } from '@/ml/film/fitting/joinReport';
import { splicedSound } from '@/ml/film/fitting/spliced';
import { undoneJoin } from '@/ml/film/fitting/undoneJoin';
import type { ProgressListener } from '../../analysis/analysisKind';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { fitEdit, type FitAnswer, type FitFigures, type FitQuestion, type OfferedJoin } from './fitEdit';
import { randomFigure, uncutFigures } from './fitFigures';
import { heardCurve } from './heardCurve';
import { monoSound } from './monoSound';
import { stretchedMono } from './stretchedMono';

/** An edit is worth its joins if it is nearer than the best uncut stretch by so much. */
const leastBetterPercent = 10;
/** So many of the edits that were found are put together and heard. */
const mostHeard = 3;

export const fitEditHandler = handlerOf(fitEdit, answerFit);

async function answerFit(question: FitQuestion, onProgress: ProgressListener): Promise<FitAnswer> {
  const { file: source, curve, cue: asked } = question;
  const { durationSeconds } = asked;
  const cue = cueOf(asked);
  const uncut = uncutFigures(cue, curve);
  const without = (reason: string, figures: Partial<FitFigures> = {}, distance: number | null = null) =>
    ({ offered: false, reason, distance, randomEdits: null, ...uncut, ...figures }) as const;
  if (mostJoins(durationSeconds) < 1)
    return without('the cue is shorter than 20 seconds, too short for a join');
  const sound = await withSoundFile(source, (file) =>
    monoSound(soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(0.4 * fraction, null)))),
  );
  const track = heardTrack(sound, () => onProgress(0.5, null));
  if (!track) return without('the track has no steady beat that its pieces could be joined on');
  const wish: EditWish = { track, curve, cue, durationSeconds };
  const found = findEdits(wish).slice(0, mostHeard);
  if (found.length === 0)
    return without(
      `no two places of the track are alike enough to be joined with pieces of ${leastBars} bars or more`,
    );
  const heard = found.map((edit) => ({ found: edit, edit: playedAs(edit, track, question) }));
  const { edit, found: chosen, distance } = await nearest(heard, { cue, sound }, () => onProgress(0.8, null));
  const figures = { ...uncut, randomEdits: randomFigure(wish, chosen.joins.length) };
  const betterPercent = uncut.bestUncut && 100 * (1 - distance / uncut.bestUncut.distance);
  if (betterPercent !== null && betterPercent < leastBetterPercent)
    return without(notBetter(betterPercent), figures, distance);
  const joins = offeredJoins(wish, chosen, edit);
  return {
    ...{ offered: true, edit, joins, distance, analysed: 'rendered' },
    ...{ betterPercent, singing: 'not judged', ...figures },
  };
}

/** How an edit is played: stretched where that is wanted and a bar ends near the cue's end. */
function playedAs({ pieces }: FoundEdit, track: HeardTrack, { mayStretch }: FitQuestion): FilmEdit {
  return (mayStretch ? endedOnBar({ pieces }, barSecondsOf(track)) : undefined) ?? { pieces };
}

interface HeardEdit {
  found: FoundEdit;
  edit: FilmEdit;
}

/** Of edits that should follow the cue well, the one that does, as it sounds. */
async function nearest(
  edits: readonly HeardEdit[],
  { cue, sound }: { cue: Cue; sound: Float32Array },
  alive: () => void,
): Promise<HeardEdit & { distance: number }> {
  const heard = [];
  for (const edit of edits) {
    const curve = await heardCurve(await editedSound(sound, edit.edit), alive);
    heard.push({ ...edit, distance: cueFitAt(cue, longEnough(curve, cue.query.length), 0)!.distance });
  }
  return heard.reduce((best, each) => (each.distance < best.distance ? each : best));
}

async function editedSound(mono16k: Float32Array, edit: FilmEdit): Promise<Float32Array> {
  const spliced = splicedSound(mono16k, edit);
  return edit.stretch ? stretchedMono(spliced, edit.stretch) : spliced;
}

function notBetter(betterPercent: number): string {
  const share = Math.abs(betterPercent).toFixed(0);
  return (
    `the best edit follows the curve ${share} % ${betterPercent < 0 ? 'worse' : 'better'} than the best uncut stretch ` +
    `(${leastBetterPercent} % better is needed)`
  );
}

/** A sound's curve may have one sample less than the cue, where its length is no whole number of them: the last stays. */
function longEnough<Curve extends { valence: Float32Array; arousal: Float32Array }>(
  curve: Curve,
  samples: number,
) {
  const side = (values: Float32Array) =>
    Float32Array.from({ length: samples }, (_, sample) => values[Math.min(sample, values.length - 1)]);
  return { valence: side(curve.valence), arousal: side(curve.arousal) };
}

/** The joins of a found edit when it is played as it is offered; without one of them it is not stretched. */
function offeredJoins(wish: EditWish, found: FoundEdit, { stretch = 1 }: FilmEdit): OfferedJoin[] {
  const { track } = wish;
  const reports = joinReports({ track, steps: barSteps(track) }, found, found.joins);
  return reports.map((report, join) => {
    const heard = { ...report, atSeconds: report.atSeconds * stretch };
    const edit = undoneJoin(found, join, track.durationSeconds);
    if (!edit) return { ...heard, without: null };
    return { ...heard, without: { ...edit, distance: distanceOf(wish, edit), analysed: 'predicted' } };
  });
}
