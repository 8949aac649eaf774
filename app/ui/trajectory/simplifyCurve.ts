import type { KeyPoint } from '@/ml/affect/keyPoint';
import { makeDrawing, plainGrain, type Drawing } from './drawing';

/** So near a drawing is hardly told from the curve. */
const hardlySeen = 0.005;

/** A straight line between two samples, and the one of those between that lies farthest from it. */
interface Piece {
  first: number;
  last: number;
  farthest: number;
  away: number;
}

/**
 * A curve of many samples as a drawing of at most `most` key points. Starting from its ends, the sample that
 * lies farthest from the drawing becomes a key point, until none is noticeably far.
 */
export function simplifyCurve(curve: readonly KeyPoint[], most: number, grain = plainGrain): Drawing {
  const { tolerance = hardlySeen } = grain;
  const samples = makeDrawing(curve, { ...grain, most: Infinity });
  if (samples.length <= 2) return samples;
  const pieces = [pieceOf(samples, 0, samples.length - 1)];
  while (pieces.length + 1 < most) {
    const place = pieces.reduce((best, { away }, index) => (away > pieces[best].away ? index : best), 0);
    const { first, last, farthest, away } = pieces[place];
    if (away <= tolerance) break;
    pieces.splice(place, 1, pieceOf(samples, first, farthest), pieceOf(samples, farthest, last));
  }
  return [samples[0], ...pieces.map(({ last }) => samples[last])];
}

function pieceOf(samples: readonly KeyPoint[], first: number, last: number): Piece {
  const [one, other] = [samples[first], samples[last]];
  const piece: Piece = { first, last, farthest: first, away: 0 };
  for (let index = first + 1; index < last; index++) {
    const { t, valence, arousal } = samples[index];
    const share = (t - one.t) / (other.t - one.t);
    const away = Math.max(
      Math.abs(valence - one.valence - share * (other.valence - one.valence)),
      Math.abs(arousal - one.arousal - share * (other.arousal - one.arousal)),
    );
    if (away > piece.away) Object.assign(piece, { farthest: index, away });
  }
  return piece;
}
