import { type PreparedStudy } from '../preparedStudy';
import { nestedSplits, type NestedSplit, type SplitOptions } from './splits';

/** Participants who have the same pieces, and so the same splits. */
export interface Cohort {
  participants: number[];
  pieces: number[];
  splits: NestedSplit[];
}

/**
 * Participants by the pieces of which they have a recording and every one of the spaces; those with nothing to learn
 * from are left out.
 */
export function cohortsOf(study: PreparedStudy, spaces: readonly string[], options: SplitOptions): Cohort[] {
  const byPieces = new Map<string, Cohort>();
  study.participants.forEach((_, participant) => {
    const pieces = [...study.pieces.keys()].filter((piece) => isWhole(study, { piece, participant, spaces }));
    const key = pieces.join();
    const cohort = byPieces.get(key) ?? { participants: [], pieces, splits: nestedSplits(pieces, options) };
    cohort.participants.push(participant);
    byPieces.set(key, cohort);
  });
  return [...byPieces.values()].filter(({ pieces, splits }) => pieces.length > 0 && splits.length > 0);
}

function isWhole(
  { pieces }: PreparedStudy,
  { piece, participant, spaces }: { piece: number; participant: number; spaces: readonly string[] },
): boolean {
  const { recordings, own } = pieces[piece];
  return (
    !!recordings[participant] && spaces.every((space) => !own[space] || own[space][participant] !== null)
  );
}
