/** How samples are held out: whole pieces, or blocks with a gap on both sides that nothing is learned from. */
export type Folds =
  | { kind: 'pieces' }
  | { kind: 'blocks'; count: number; /** At least the longest delay. */ gapSamples: number };

/** What held-out scores are compared with. */
export type Null =
  /** Features randomised in phase per piece: one set of phases a space, one surrogate for all participants. */
  | {
      kind: 'phase';
      count: number;
      /** Whether models are learned anew from every surrogate, by the penalties of the true fit, or only predictions turned. */
      refit: boolean;
      /**
       * What is learned anew: the full model, each space's own and, for unique contributions, the full model with only that
       * space randomised; or only the full model, which takes a seventh of the time with three spaces. All where it is not told.
       */
      models?: 'all' | 'full';
    }
  /** Blocks of the held-out samples permuted: the quick look. */
  | { kind: 'blocks'; count: number; blockSamples: number }
  /** Signs of participants flipped: speaks of the population for these stimuli only. */
  | { kind: 'signs'; count: number };

/** How an encoding analysis is computed. Everything that an answer depends on beside the study. */
export interface EncodingPlan {
  /** The spaces of the full model, by name, shared ones or own ones. */
  spaces: string[];
  /** Whether the spaces are layers of one network, from its input on: then it is told which of them each target prefers. */
  layers?: boolean;
  /** Finite-impulse-response delays in samples; positive: the brain follows the feature. Unsorted is allowed. */
  delays: number[];
  /**
   * What is brought to mean 0 and standard deviation 1 within each piece: every feature once, before it is delayed, as in
   * the voxelwise tutorials (which also allows the quick kernels of wide spaces); or every delayed column over the
   * recording's samples, as in lea. Features where it is not told.
   */
  standardise?: 'features' | 'columns';
  /** Penalties to choose from: coefficients shrink by S^2 / (S^2 + alpha), himalaya's convention. */
  alphas: number[];
  /** One alpha a target, or the one that serves all targets best (Huth 2016). */
  alphaFor: 'target' | 'all';
  folds: Folds;
  /** Each space with a penalty of its own, by random search over so many Dirichlet samples; null for plain ridge. */
  banded: { candidates: number } | null;
  /** Which scores are tested. */
  score: 'r' | 'r2';
  null: Null | null;
  seed: number;
}

/** The plan that a researcher starts from. */
export const defaultEncodingPlan: Omit<EncodingPlan, 'spaces'> = {
  delays: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  alphas: Array.from({ length: 20 }, (_, step) => 10 ** (-1 + (step * 7) / 19)),
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: { kind: 'phase', count: 500, refit: true },
  seed: 1,
};
