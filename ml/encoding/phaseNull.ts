import { type EncodingContext } from './encodingContext';
import {
  addScores,
  designedCohorts,
  heldOut,
  type ModelFit,
  noScores,
  type ScoresByPiece,
  type SeriesOf,
} from './modelFit';
import { type PieceTable } from './scoreMaps';

/** The tested score of every recording. */
export function tableOfScores(scores: ScoresByPiece, score: 'r' | 'r2'): PieceTable {
  return scores.map((own) => own.map((piece) => piece && piece[score]));
}

/** The scores of a model learned anew from other features, by the penalties that were chosen for the true ones. */
export async function refitted(
  context: EncodingContext,
  fit: ModelFit,
  seriesOf: SeriesOf,
): Promise<PieceTable> {
  const { design, study, plan } = context;
  const form = fit.cohorts[0]?.design.form;
  const cohorts = await designedCohorts(context, fit.spaces, { seriesOf, form });
  const scores = noScores(context);
  for await (const part of heldOut(context, { ...fit, cohorts })) {
    addScores(scores, part, { layout: design.layout, targets: study.targets.length });
  }
  return tableOfScores(scores, plan.score);
}
