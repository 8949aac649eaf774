import type { Matrix } from '@/ml/matrix/matrix';
import type { Layout } from '@/ml/projection/layoutChoice';
import type { SentFault } from '../../base/threadFault';

/** What the thread is asked to lay out. */
export interface MapRequest {
  /** Features by the embedding in use, and by the project's own, which the triplet network takes. */
  original: Matrix;
  own: Matrix;
  valence: Float32Array;
  arousal: Float32Array;
  /** Path of the triplet network's graph; null where none is installed. */
  graph: string | null;
  layout: Layout;
}

/** Features laid out on a map, and how well. */
export interface FeatureMap {
  dimensions: number;
  /** Two numbers a track, in its order: x to the right, y upwards; no unit. */
  places: Float32Array;
  measures: MapMeasures;
}

interface MapMeasures {
  /** How many neighbours the measures look at: 15, fewer in a small library. */
  neighbours: number;
  /** 0..1: how far neighbours on the map are neighbours in the features. */
  trustworthiness: number;
  /** Correlation of a track's valence with the mean of its neighbours' in the features; null where none varies. */
  valenceCorrelation: number | null;
  arousalCorrelation: number | null;
}

export interface LaidOut {
  original: FeatureMap;
  /** Null where no triplet network is installed, or where it cannot be used. */
  learned: FeatureMap | null;
  /** Why an installed triplet network cannot be used. */
  fault: string | null;
}

export type MapMessage = { progress: number } | { laidOut: LaidOut } | { fault: SentFault };
