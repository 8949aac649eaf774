import { type Folds } from '../encodingPlan';

/** How leads and lags are computed. */
export interface LeadLagPlan {
  /** Rating scales: spaces of one column, each participant's own or the same for everybody. */
  scales: string[];
  /**
   * Ratings to brain: each scale predicts the recordings at other times, alone and over the other scales at the same lag.
   * Brain to ratings: each region tells what it adds about the rating at other times, over the rating's own past and over
   * `features`.
   */
  direction: 'ratings to brain' | 'brain to ratings';
  /** What is predicted is so much later (+) or earlier (-) than what predicts it; whole samples, each a model of its own. */
  lagsSeconds: number[];
  /** Spaces of features that a gain must exceed, in the direction of ratings; none is allowed. */
  features: string[];
  /** Delays of those features behind the rating that is predicted, in samples. */
  featureDelays: number[];
  /** How long the rating's own past is known, up to the time of the region's sample. */
  pastSeconds: number;
  alphas: number[];
  folds: Folds;
  score: 'r' | 'r2';
  /** Surrogates of what predicts, by random phases; null for none. */
  null: { count: number } | null;
  seed: number;
}

/** The plan that a researcher starts from: from 10 s before to 20 s after, every two seconds. */
export const defaultLeadLagPlan: Omit<LeadLagPlan, 'scales' | 'direction'> = {
  lagsSeconds: Array.from({ length: 16 }, (_, step) => -10 + 2 * step),
  features: [],
  featureDelays: [0, 1, 2, 3, 4, 5],
  pastSeconds: 5,
  alphas: Array.from({ length: 6 }, (_, step) => 10 ** (step - 1)),
  folds: { kind: 'pieces' },
  score: 'r',
  null: { count: 500 },
  seed: 1,
};
