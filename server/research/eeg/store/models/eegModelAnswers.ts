import type { HeldOutScore } from '../../model/heldOutScores';
import type { TrainingProgress } from '../../train/trainingProgress';
import type { EegModelSummary } from '../studies/eegStudyAnswers';
import type { ModelLatent, ModelMoments } from './modelDocuments';
import type { WholeModelRecord } from './wholeModelRecord';

/** A model with all that its training told. */
export interface EegModelDetail extends EegModelSummary {
  /** The latest lines of training: loss and accuracy of each epoch. */
  progressLines: TrainingProgress[];
  /** Null until it is trained. */
  trained: TrainedModel | null;
}

export interface TrainedModel {
  record: WholeModelRecord;
  /** What it is worth on people and tracks that were held out. */
  scores: HeldOutScore[];
  moments: ModelMoments;
  /** The common space in two dimensions, by network. */
  latent: ProjectedLatent[];
  /** The tables for reading, as Markdown. */
  report: string;
}

/** Vectors of a network's common space, projected to their two main components. */
export interface ProjectedLatent {
  dimension: ModelLatent[number]['dimension'];
  rows: (Omit<ModelLatent[number]['rows'][number], 'vector'> & { x: number; y: number })[];
}
