import { type PreparedPiece } from '../preparedStudy';

/** [participant][piece] [target]; null where there is no such recording. */
export type PieceTable = (Float64Array | null)[][];

/** [participant] [target], the mean over some pieces; null for who has none of them. */
export type ParticipantMaps = (Float64Array | null)[];

/** The pieces over which scores are averaged, by the group's name: 'all', and every mood. */
export function pieceGroups(pieces: readonly Pick<PreparedPiece, 'mood'>[]): Map<string, number[]> {
  const groups = new Map([['all', [...pieces.keys()]]]);
  pieces.forEach(({ mood }, piece) => {
    if (mood !== null) groups.set(mood, [...(groups.get(mood) ?? []), piece]);
  });
  return groups;
}

/** Each participant's mean over those of some pieces that they have, each piece counting the same, however long. */
export function overPieces(table: PieceTable, pieces: readonly number[]): ParticipantMaps {
  return table.map((own) => meanOf(pieces.map((piece) => own[piece])));
}

/** The mean of maps of one length, without those that are missing; null where all are. */
export function meanOf(maps: readonly (Float64Array | null | undefined)[]): Float64Array | null {
  const present = maps.filter((map) => map !== null && map !== undefined);
  if (present.length === 0) return null;
  const sum = new Float64Array(present[0].length);
  for (const map of present) for (let target = 0; target < sum.length; target++) sum[target] += map[target];
  return sum.map((value) => value / present.length);
}

/** The sum of maps, each with a factor; null where one of them is missing. */
export function weightedSum(
  terms: readonly { map: Float64Array | null; factor: number }[],
): Float64Array | null {
  const sum = new Float64Array(terms[0].map?.length ?? 0);
  for (const { map, factor } of terms) {
    if (!map) return null;
    for (let target = 0; target < sum.length; target++) sum[target] += factor * map[target];
  }
  return sum;
}
