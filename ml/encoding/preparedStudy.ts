import type { DoubleMatrix } from '../linear/doubleMatrix';

/** A region of the brain, or whatever else a recording has a column for. */
export interface Target {
  name: string;
  /** The network it belongs to, such as Default; null where that is not known. */
  network: string | null;
  hemisphere: 'left' | 'right' | null;
  /** Of its middle, in millimetres of MNI space: x to the right, y to the front, z up; null where not known. */
  centre: readonly [number, number, number] | null;
}

/** One stimulus, with everything on the recording's own samples, cleaned and cut. */
export interface PreparedPiece {
  name: string;
  /** A label by which results are also told apart, such as happy or sad; null for none. */
  mood: string | null;
  samples: number;
  /**
   * How many samples of the features come before the first of the recordings and after the last, so that delays reach
   * what was heard in samples that were trimmed; none where it is not told.
   */
  margin?: { before: number; after: number };
  /** Feature spaces that were the same for everybody, by name: [samples and margin, columns], before delays. */
  shared: Record<string, DoubleMatrix>;
  /** Spaces that each participant has of their own, such as ratings, by name and participant, as long as shared ones; null where missing. */
  own: Record<string, (DoubleMatrix | null)[]>;
  /** The recordings, by participant: [samples, targets]; null where one has no run of this piece. */
  recordings: (DoubleMatrix | null)[];
}

/** A study brought to one sampling: what every analysis of it computes with. */
export interface PreparedStudy {
  participants: string[];
  /** Seconds between samples: the TR of fMRI. */
  hopSeconds: number;
  targets: Target[];
  pieces: PreparedPiece[];
}
