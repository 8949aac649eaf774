import { type Terms } from './comparisons';
import { meanOf, overPieces, type ParticipantMaps, type PieceTable, weightedSum } from './scoreMaps';

/** A number a target that is tested: models' scores added, over some pieces, for each participant and for the group. */
export interface Statistic {
  /** What it belongs to in the report. */
  key: string;
  /** The sums over pieces that it is made of: two for a difference of moods. */
  parts: { terms: Terms; pieces: number[] }[];
  twoSided: boolean;
  /** The space whose unique contribution it is, if it is one. */
  unique?: string;
}

/** Each participant's value; null where they lack what it takes. */
export function participantMaps(
  { parts }: Statistic,
  tableOf: (model: string) => PieceTable,
): ParticipantMaps {
  const terms = parts.flatMap(({ terms: some, pieces }) =>
    some.map(({ model, factor }) => ({ maps: overPieces(tableOf(model), pieces), factor })),
  );
  return terms[0].maps.map((_, participant) =>
    weightedSum(terms.map(({ maps, factor }) => ({ map: maps[participant], factor }))),
  );
}

/** The mean over participants, [target]; zeros where nobody has what it takes. */
export function groupMap(maps: ParticipantMaps, targets: number): Float64Array {
  return meanOf(maps) ?? new Float64Array(targets);
}

/** The models that a statistic is made of. */
export const modelsOf = ({ parts }: Statistic): string[] => [
  ...new Set(parts.flatMap(({ terms }) => terms.map(({ model }) => model))),
];
