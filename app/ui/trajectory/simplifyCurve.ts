import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { makeDrawing, plainGrain, type Drawing } from './drawing';

/** So near a drawing is hardly told from the curve. */
const hardlySeen = 0.005;

/**
 * A straight line between two samples, and the one of those between that lies farthest from it, in tolerances; the middle
 * one where all lie on it, and `first` where there is none.
 */
interface Piece {
  first: number;
  last: number;
  farthest: number;
  away: number;
}

/**
 * A curve of many samples as a drawing of at most `most` key points. Starting from its ends, the sample that
 * lies farthest from the drawing becomes a key point, until none is noticeably far and there are the fewest the grain
 * asks.
 */
export function simplifyCurve(curve: readonly KeyPoint[], most: number, grain = plainGrain): Drawing {
  const { tolerance = hardlySeen, fewest = 2 } = grain;
  const samples = makeDrawing(curve, { ...grain, most: Infinity });
  if (samples.length <= 2) return samples;
  const within = typeof tolerance === 'number' ? { valence: tolerance, arousal: tolerance } : tolerance;
  const pieceOf = (first: number, last: number) => measure(samples, { first, last, within });
  const pieces = [pieceOf(0, samples.length - 1)];
  while (pieces.length + 1 < most) {
    const place = pieces.reduce((best, piece, index) => (isWorse(piece, pieces[best]) ? index : best), 0);
    const { first, last, farthest, away } = pieces[place];
    if (farthest === first || (away <= 1 && pieces.length + 1 >= fewest)) break;
    pieces.splice(place, 1, pieceOf(first, farthest), pieceOf(farthest, last));
  }
  return [samples[0], ...pieces.map(({ last }) => samples[last])];
}

/** Whether a piece is to be parted before another: it is farther off, or as near and of more samples. */
const isWorse = (one: Piece, other: Piece) =>
  one.away > other.away || (one.away === other.away && one.last - one.first > other.last - other.first);

function measure(
  samples: readonly KeyPoint[],
  { first, last, within }: Pick<Piece, 'first' | 'last'> & { within: Readonly<Record<Dimension, number>> },
): Piece {
  const [one, other] = [samples[first], samples[last]];
  const piece: Piece = { first, last, farthest: (first + last) >> 1, away: 0 };
  for (let index = first + 1; index < last; index++) {
    const sample = samples[index];
    const share = (sample.t - one.t) / (other.t - one.t);
    const awayIn = (dimension: Dimension) =>
      Math.abs(sample[dimension] - one[dimension] - share * (other[dimension] - one[dimension])) /
      within[dimension];
    const away = Math.max(awayIn('valence'), awayIn('arousal'));
    if (away > piece.away) Object.assign(piece, { farthest: index, away });
  }
  return piece;
}
