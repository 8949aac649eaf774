import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secondsOf } from '@/ml/affect/sampling';
import { correlation } from '@/ml/statistics/correlation';
import { rootMeanSquareError } from '@/ml/statistics/rootMeanSquareError';
import { AppError } from '../../base/errors';
import type { Predictions } from './predictionsFile';
import { ratingsOverTime, type RatingsOverTime } from './ratingsOverTime';
import { ratedPieces, type RatedPiece } from './vgmidi';

/** How one model's curve goes with the raters' median over one piece. */
interface Score {
  /** Pearson's r along the piece; null where either stays still. */
  correlation: number | null;
  /** Root mean square error, in units of valence or arousal. */
  error: number;
}

interface ModelCurve {
  model: string;
  valence: number[];
  arousal: number[];
  /** Null where nobody's ratings are at hand. */
  score: { valence: Score; arousal: Score } | null;
}

export interface PieceComparison {
  piece: string;
  hopSeconds: number;
  startSeconds: number;
  curves: ModelCurve[];
  ratings: RatingsOverTime | null;
}

/**
 * The predicted curves of a held-out piece beside what its raters said, read now from the research data.
 *
 * @param researchData folder that may hold `vgmidi/`
 */
export async function comparePiece(
  predictions: Predictions,
  piece: string,
  researchData: string,
): Promise<PieceComparison> {
  if (!Object.hasOwn(predictions.pieces, piece))
    throw new AppError('not-found', `invalid piece: ${piece} (choose one of the list)`);
  const { hopSeconds, startSeconds, scale, models } = predictions;
  const predicted = predictions.pieces[piece];
  const unscaled = models
    .filter((model) => Object.hasOwn(predicted, model))
    .map((model) => ({
      model,
      valence: predicted[model].valence.map((value) => value / scale),
      arousal: predicted[model].arousal.map((value) => value / scale),
    }));
  const count = Math.min(...unscaled.flatMap(({ valence, arousal }) => [valence.length, arousal.length]));
  const moments = Array.from({ length: count }, (_, index) => secondsOf(predictions, index));
  const ratings = await ratingsOf(join(researchData, 'vgmidi'), piece, moments);
  const curves = unscaled.map((curve) => {
    const cut = { ...curve, valence: curve.valence.slice(0, count), arousal: curve.arousal.slice(0, count) };
    return { ...cut, score: ratings && scoreOf(cut, ratings) };
  });
  return { piece, hopSeconds, startSeconds, curves, ratings };
}

/** Whether the ratings are where they are looked for. */
export async function hasRatings(researchData: string): Promise<boolean> {
  return (await piecesIn(join(researchData, 'vgmidi'))) !== null;
}

async function ratingsOf(folder: string, piece: string, moments: number[]): Promise<RatingsOverTime | null> {
  const rated = (await piecesIn(folder))?.get(piece);
  if (!rated) return null;
  const midi = await ifThere(readFile(rated.midi));
  return midi && ratingsOverTime(rated.raters, { midi, ratings: rated.ratings, moments });
}

const piecesIn = (folder: string): Promise<Map<string, RatedPiece> | null> => ifThere(ratedPieces(folder));

/** What was read, or null where there is no such file. */
async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function scoreOf(curve: { valence: number[]; arousal: number[] }, ratings: RatingsOverTime) {
  const of = (dimension: 'valence' | 'arousal'): Score => ({
    correlation: correlation(curve[dimension], ratings[dimension].median),
    error: rootMeanSquareError(curve[dimension], ratings[dimension].median),
  });
  return { valence: of('valence'), arousal: of('arousal') };
}
