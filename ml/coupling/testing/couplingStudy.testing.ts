import type { PreparedPiece, PreparedStudy } from '../../encoding/preparedStudy';
import { doubleMatrixOf, type DoubleMatrix } from '../../linear/doubleMatrix';
import type { Random } from '../../random';

/** Noise of which each sample keeps a share of the one before it: the nearer to 1, the smoother. */
export function noise(samples: number, random: Random, memory = 0): Float64Array {
  const values = Float64Array.from({ length: samples }, () => random.bell());
  for (let at = 1; at < samples; at++) values[at] += memory * values[at - 1];
  return values;
}

export const column = (values: Float64Array): DoubleMatrix => doubleMatrixOf(values, 1);

/** A study of so many participants at one sample a second, without recordings of the brain. */
export function studyOf(
  participants: number,
  pieces: Pick<PreparedPiece, 'name' | 'shared' | 'own'>[],
): PreparedStudy {
  return {
    participants: Array.from({ length: participants }, (_, index) => `p${index + 1}`),
    hopSeconds: 1,
    targets: [],
    pieces: pieces.map((piece) => ({
      ...piece,
      mood: null,
      samples: [...Object.values(piece.shared), ...Object.values(piece.own).flat()].find(Boolean)!.rows,
      recordings: Array.from({ length: participants }, () => null),
    })),
  };
}
