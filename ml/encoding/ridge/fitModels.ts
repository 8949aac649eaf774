import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type EncodingContext } from '../encodingContext';
import { fitModel, type ModelFit } from './fitModel';
import { heldOut, type HeldOut } from './heldOut';
import { modelKey, modelSets } from '../scores/modelSets';
import { addScores, noScores, type ScoresByPiece } from '../scores/scoresByPiece';
import { type MatrixSource, type SeriesOf, seriesOfStudy, SpaceMatrices } from '../design/spaceMatrices';

/** A model that has been fitted: what was chosen, what it predicts, and how well. */
export interface FittedModel {
  fit: ModelFit;
  scores: ScoresByPiece;
  /** [participant] held-out predictions, [rows, targets]; null for who was left out. */
  predicted: (Float32Array | null)[];
}

/** Every model of an analysis. */
export interface FittedModels {
  /** By its key, in the order of the report. */
  byKey: Map<string, FittedModel>;
  /** The study's own features. */
  seriesOf: SeriesOf;
  source: MatrixSource;
}

/** Fits and scores every model. */
export async function fitModels(context: EncodingContext): Promise<FittedModels> {
  const seriesOf = seriesOfStudy(context.study);
  const source = new SpaceMatrices(context.study, seriesOf, context.design);
  const byKey = new Map<string, FittedModel>();
  for (const spaces of modelSets(context.plan.spaces)) {
    byKey.set(modelKey(spaces), await fittedModel(context, await fitModel(context, spaces, source)));
  }
  return { byKey, seriesOf, source };
}

async function fittedModel(context: EncodingContext, fit: ModelFit): Promise<FittedModel> {
  const { study, work } = context;
  const scores = noScores(context);
  const predicted: (Float32Array | null)[] = study.participants.map(() => null);
  for await (const part of heldOut(context, fit)) {
    addScores(scores, part, context);
    keepPredictions(predicted, part, study.targets.length);
    work.advance(part.participants.length * part.cohort.splits.length);
  }
  return { fit, scores, predicted };
}

function keepPredictions(
  kept: (Float32Array | null)[],
  { participants, predicted }: HeldOut,
  targets: number,
) {
  participants.forEach((participant, place) => {
    kept[participant] = ownColumns(predicted, place * targets, targets);
  });
}

function ownColumns({ rows, columns, values }: DoubleMatrix, first: number, count: number): Float32Array {
  const own = new Float32Array(rows * count);
  for (let row = 0; row < rows; row++) {
    own.set(values.subarray(row * columns + first, row * columns + first + count), row * count);
  }
  return own;
}
