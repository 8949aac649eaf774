import { type EncodingContext } from '../encodingContext';
import { type HeldOut } from '../ridge/heldOut';
import { type Scores, scoresOf } from './pieceScores';
import { type PieceTable } from './scoreMaps';

/** [participant][piece] how well held-out samples were predicted; null where there is no such recording. */
export type ScoresByPiece = (Scores | null)[][];

/** Nothing yet. */
export const noScores = ({ study }: Pick<EncodingContext, 'study'>): ScoresByPiece =>
  study.participants.map(() => study.pieces.map(() => null));

/** Adds the scores of some participants to those of all. */
export function addScores(
  scores: ScoresByPiece,
  { cohort, participants, measured, predicted }: HeldOut,
  { study, design }: Pick<EncodingContext, 'study' | 'design'>,
): void {
  const targets = study.targets.length;
  const held = cohort.splits.flatMap(({ test }) => test);
  for (const piece of cohort.pieces) {
    const stretches = held.filter((stretch) => stretch.piece === piece);
    const { r, r2 } = scoresOf({ measured, predicted }, stretches, design.layout);
    participants.forEach((participant, place) => {
      const own = (values: Float64Array) => values.slice(place * targets, (place + 1) * targets);
      scores[participant][piece] = { r: own(r), r2: own(r2) };
    });
  }
}

/** The tested score of every recording. */
export function tableOfScores(scores: ScoresByPiece, score: 'r' | 'r2'): PieceTable {
  return scores.map((own) => own.map((piece) => piece && piece[score]));
}
