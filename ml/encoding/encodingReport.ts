import type { Target } from './preparedStudy';

/** One number a participant and target: [participant][target]; null where the participant has no such data. */
export type ScoreTable = (number | null)[][];

/** A statistic over the group, a number a target, with what chance makes of it. */
export interface TestedMap {
  /** [target] the mean over participants. */
  observed: number[];
  /** [target] (b + 1) / (m + 1), one-sided; null where no null was asked for. */
  p: number[] | null;
  /** [target] against the maximum over targets: family-wise. */
  pFamily: number[] | null;
  /** [target] Benjamini-Hochberg false discovery rate. */
  q: number[] | null;
  /** The 95th percentile of the null's maximum over targets: the family-wise threshold. */
  threshold: number | null;
}

/** What one model (a set of spaces) predicts of what was held out. */
interface ModelReport {
  spaces: string[];
  r: ScoreTable;
  r2: ScoreTable;
  /** The chosen penalty: [fold][participant][target]. */
  alphas: (number | null)[][][];
  /** Over all pieces, then for the pieces of each mood; 'all' is always there. */
  groups: Record<string, TestedMap>;
}

/** What is told by comparing models: held-out scores, each model with its own alpha, the same folds. */
export interface ContributionReport {
  /**
   * Unique, of a space: score(full) - score(full without it). Common, of several: their commonality, for at most five spaces.
   * Product, of a space: its share of the full model's score. Stacking, of a space: its share of the stacked prediction's
   * score; of all spaces: that score. Negative values stay. By random phases and blocks only the first two are tested.
   */
  spaces: string[];
  kind: 'unique' | 'common' | 'product' | 'stacking';
  table: ScoreTable;
  groups: Record<string, TestedMap>;
}

/** One space against another: the difference of their own models' scores, tested two-sided. */
interface ContrastReport {
  plus: string;
  minus: string;
  table: ScoreTable;
  groups: Record<string, TestedMap>;
}

/** The mood groups against each other, for the full model: score(one) - score(other), two-sided. */
interface MoodReport {
  plus: string;
  minus: string;
  tested: TestedMap;
}

/** A number and between what it lies with some confidence; without bounds where too few participants tell. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

/** Which layer of a network predicts one target best, and how sure that is; all null and empty where none predicts anything. */
export interface LayerPreference {
  best: string | null;
  next: string | null;
  /** The best's mean score less the next's, within participants: bounds of 95 % for all comparisons of the target together. */
  ahead: Estimate | null;
  /** Of that difference against surrogates, two-sided; null where it was not tested. */
  p: number | null;
  /** The layers that are not told apart from the best, in the order of depth. */
  tied: string[];
  /** The mean place of the layers, from 1 on, each weighted by its score; bounds of 95 %. */
  depth: Estimate | null;
}

/** Layers of one network as spaces. */
export interface LayersReport {
  /** From the input on. */
  layers: { name: string; columns: number }[];
  /** [target], over all pieces and for those of each mood. */
  groups: Record<string, LayerPreference[]>;
}

/** Everything an encoding analysis found. */
export interface EncodingReport {
  targets: Target[];
  participants: string[];
  pieces: { name: string; mood: string | null; samples: number }[];
  hopSeconds: number;
  delays: number[];
  models: ModelReport[];
  contributions: ContributionReport[];
  contrasts: ContrastReport[];
  moods: MoodReport[];
  /** Only where the spaces are layers of a network. */
  layers?: LayersReport;
  /**
   * Weights over delays by space and target: the root of the sum of squares over the space's columns of the group's mean
   * weights over folds, with the sign of their first principal column: [target][delay].
   */
  weights: Record<string, number[][]>;
  /** The full model's group mean of held-out predictions beside what was measured: [piece][target][sample]. */
  predicted: number[][][];
  measured: number[][][];
  /** The approximate ceiling: leave-one-out inter-subject correlation a target; null with fewer than three people. */
  ceiling: TestedMap | null;
  /** What a reader must know, in plain words: transfer between moods, few participants, population only ... */
  remarks: string[];
}
